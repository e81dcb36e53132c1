package cme.compliance.assessment;

import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Makes the sentences of today for diplomates whose stored answer is of an earlier day. They count
/// the days left, so they change although nothing else does.
@Singleton
public class Summaries {

    private final FactsReader facts;
    private final AssessmentService assessments;
    private final BoardClock clock;

    Summaries(FactsReader facts, AssessmentService assessments, BoardClock clock) {
        this.facts = facts;
        this.assessments = assessments;
        this.clock = clock;
    }

    /// A fixed number of statements, however many diplomates.
    public Map<DiplomateId, String> ofToday(Handle handle, Collection<DiplomateId> diplomates) {
        Map<DiplomateId, String> summaries = HashMap.newHashMap(diplomates.size());
        if (diplomates.isEmpty()) {
            return summaries;
        }
        LocalDate today = clock.today();
        facts.of(handle, diplomates)
                .forEach(
                        (id, known) -> {
                            AssessmentService.Outcome outcome =
                                    assessments.assess(known, today, known.latest());
                            if (outcome instanceof AssessmentService.Assessed(Status status)) {
                                summaries.put(id, status.summary());
                            }
                        });
        return summaries;
    }
}
