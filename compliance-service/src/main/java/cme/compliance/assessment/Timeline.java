package cme.compliance.assessment;

import cme.chassis.problem.NoSuchResource;
import cme.chassis.problem.Unavailable;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.evidence.SeenCompletion;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.NoCycle;
import cme.compliance.rules.Activity;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that is kept about one diplomate, to be assessed at any moment: as of its day, with
/// what was known then.
public final class Timeline {

    private final DiplomateFacts facts;
    private final AssessmentService assessments;
    private final BoardClock clock;

    Timeline(DiplomateFacts facts, AssessmentService assessments, BoardClock clock) {
        this.facts = facts;
        this.assessments = assessments;
        this.clock = clock;
    }

    public DiplomateRecord record() {
        return facts.record();
    }

    /// The completions of all numbers that mean the diplomate now.
    public List<SeenCompletion> completions() {
        return facts.seen();
    }

    /// The instant since which a number is known to mean the diplomate.
    public Instant knownSince(String number) {
        return facts.numbers().knownSince(number);
    }

    /// Null if the copy of the catalog does not contain it (yet).
    public @Nullable Activity activity(Activity.Code code) {
        return facts.activities().find(code);
    }

    /// The moment of an answer of now.
    public Instant end() {
        return facts.lastKnowable(clock.now());
    }

    /// @throws NoSuchResource when the diplomate never had a cycle
    public void requireCycle() {
        if (facts.record().cycleHistory().revisions().isEmpty()) {
            throw new NoSuchResource(NoCycle.of(facts.diplomate()));
        }
    }

    /// Empty while there was no answer: the cycle was taken back, or the number merged.
    public Optional<Status> at(Instant moment) {
        return switch (assessments.assess(facts, moment, moment)) {
            case AssessmentService.Assessed(Status status) -> Optional.of(status);
            case AssessmentService.NoCycle _, AssessmentService.Merged _ -> Optional.empty();
            case AssessmentService.NoRules(RuleSet.Id ruleSet) ->
                    throw new Unavailable(
                            "This instance does not have the rule set " + ruleSet + ".");
        };
    }

    /// The next moment at which the answer may change although nothing becomes known: a date of the
    /// rules, or the date of a completion that was recorded ahead of it.
    public Optional<Instant> nextByTime(Status status) {
        return Stream.of(
                        Optional.ofNullable(status.nextChangeOn()),
                        Optional.ofNullable(facts.nextCompletionAfter(status.asOf())))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(assessments.rules(status)::startOf);
    }

    /// The instant at which a day begins in the zone of the rule set of its cycle.
    public Instant startOf(LocalDate day) {
        return assessments
                .rulesOn(facts, day)
                .map(rules -> rules.startOf(day))
                .orElseGet(() -> clock.startOf(day));
    }
}
