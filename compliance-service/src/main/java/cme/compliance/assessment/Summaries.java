package cme.compliance.assessment;

import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Makes the sentences of today for diplomates whose stored answer is of an earlier day in the zone
/// of their rule set. They count the days left, so they change although nothing else does.
@Singleton
public class Summaries {

    /// @param asOf the day that it is for the diplomate
    public record OfToday(LocalDate asOf, String summary) {}

    private final FactsReader facts;
    private final AssessmentService assessments;
    private final BoardClock clock;

    Summaries(FactsReader facts, AssessmentService assessments, BoardClock clock) {
        this.facts = facts;
        this.assessments = assessments;
        this.clock = clock;
    }

    /// Whether a stored answer needs another sentence.
    public boolean isOfEarlierDay(RuleSet.Id ruleSet, LocalDate asOf) {
        return assessments.isOfEarlierDay(ruleSet, asOf, clock.now());
    }

    /// A fixed number of statements, however many diplomates.
    public Map<DiplomateId, OfToday> ofToday(Handle handle, Collection<DiplomateId> diplomates) {
        Map<DiplomateId, OfToday> summaries = HashMap.newHashMap(diplomates.size());
        if (diplomates.isEmpty()) {
            return summaries;
        }
        Instant now = clock.now();
        facts.of(handle, diplomates)
                .forEach(
                        (id, known) -> {
                            AssessmentService.Outcome outcome =
                                    assessments.assess(known, now, known.latest());
                            if (outcome instanceof AssessmentService.Assessed(Status status)) {
                                summaries.put(id, new OfToday(status.asOf(), status.summary()));
                            }
                        });
        return summaries;
    }
}
