package cme.compliance.assessment;

import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The sentences of today for diplomates whose stored answer is of an earlier day: they count the
/// days left, so they change although nothing else does.
@Singleton
public class Summaries {

    private final FactsReader facts;
    private final AssessmentRun assessing;
    private final BoardClock clock;

    Summaries(FactsReader facts, AssessmentRun assessing, BoardClock clock) {
        this.facts = facts;
        this.assessing = assessing;
        this.clock = clock;
    }

    /// A fixed number of statements, however many diplomates.
    public Map<DiplomateId, String> ofToday(Handle handle, Collection<DiplomateId> diplomates) {
        var summaries = HashMap.<DiplomateId, String>newHashMap(diplomates.size());
        if (diplomates.isEmpty()) {
            return summaries;
        }
        var now = clock.now();
        var today = clock.today();
        facts.of(handle, diplomates)
                .forEach(
                        (id, known) -> {
                            var result = assessing.assess(known, today, known.allKnownAt(now));
                            if (result instanceof AssessmentRun.Done(Status status)) {
                                summaries.put(id, status.summary());
                            }
                        });
        return summaries;
    }
}
