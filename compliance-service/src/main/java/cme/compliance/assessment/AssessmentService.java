package cme.compliance.assessment;

import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.rules.Assessment;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Assesses a diplomate with the rule set that the cycle names.
@Singleton
public class AssessmentService {

    /// The outcome of an assessment.
    sealed interface Outcome {}

    record Assessed(Status status) implements Outcome {}

    /// The cycle that a question is about.
    sealed interface Choice {}

    /// The number is another diplomate's.
    record Merged(DiplomateId into) implements Outcome, Choice {}

    /// @param facts those about the cycle
    record Chosen(RuleSet rules, Facts facts, LocalDate asOf) implements Choice {}

    /// The board has recorded no cycle, or none of the year.
    record NoCycle() implements Outcome, Choice {}

    /// A cycle names a rule set that this version of the service does not have.
    record NoRules(RuleSet.Id ruleSet) implements Outcome, Choice {}

    private final RuleSets ruleSets;

    AssessmentService(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /// Assesses as of the day that it is at an instant.
    Outcome assess(DiplomateFacts kept, Instant now, Instant knownAt) {
        return switch (choose(kept, StatusQuestion.OF_TODAY, now, knownAt)) {
            case Chosen(RuleSet rules, Facts facts, LocalDate asOf) ->
                    new Assessed(Assessment.assess(rules, facts, asOf, knownAt));
            case Merged merged -> merged;
            case NoCycle none -> none;
            case NoRules none -> none;
        };
    }

    /// @param knownAt up to which the answer knows
    Choice choose(DiplomateFacts kept, StatusQuestion question, Instant now, Instant knownAt) {
        Optional<DiplomateId> mergedInto = kept.numbers().mergedIntoKnownAt(knownAt);
        if (mergedInto.isPresent()) {
            return new Merged(mergedInto.get());
        }
        Optional<RuleSet.Id> unknown = unknownRules(kept, knownAt);
        if (unknown.isPresent()) {
            return new NoRules(unknown.get());
        }
        CycleSequence cycles = kept.record().cyclesKnownAt(knownAt, ruleSets::rules);
        return day(cycles, question, now)
                .flatMap(
                        asOf ->
                                place(cycles, question, asOf)
                                        .<Choice>map(
                                                p ->
                                                        new Chosen(
                                                                p.rules(),
                                                                kept.facts(cycles, p, knownAt),
                                                                asOf)))
                .orElseGet(NoCycle::new);
    }

    private Optional<RuleSet.Id> unknownRules(DiplomateFacts kept, Instant knownAt) {
        return kept.record().ruleSetsKnownAt(knownAt).stream()
                .filter(id -> ruleSets.find(id).isEmpty())
                .findFirst();
    }

    private static Optional<LocalDate> day(
            CycleSequence cycles, StatusQuestion question, Instant now) {
        if (question.asOf() != null) {
            return Optional.of(question.asOf());
        }
        return question.cycle() == null
                ? cycles.dayAt(now)
                : cycles.ofYear(question.cycle()).map(place -> place.rules().dayAt(now));
    }

    private static Optional<Place> place(
            CycleSequence cycles, StatusQuestion question, LocalDate asOf) {
        return question.cycle() == null ? cycles.on(asOf) : cycles.ofYear(question.cycle());
    }

    /// The rules of the cycle to which a day belongs as the record is now. Empty without a cycle,
    /// or when this version of the service does not have the rule set of one.
    Optional<RuleSet> rulesOn(DiplomateFacts kept, LocalDate day) {
        return unknownRules(kept, Instant.MAX).isPresent()
                ? Optional.empty()
                : kept.record()
                        .cyclesKnownAt(Instant.MAX, ruleSets::rules)
                        .on(day)
                        .map(Place::rules);
    }

    /// The rules of an answer that this instance has made.
    RuleSet rules(Status status) {
        return ruleSets.rules(status.ruleSet());
    }

    /// Whether an answer was made with the current version of its rule set.
    public boolean isCurrent(RuleSet.Id id, int version) {
        return ruleSets.find(id).filter(d -> d.rules().version() == version).isPresent();
    }

    /// Whether a later day has begun in the zone of its rule set since the day of an answer. The
    /// first day of a cycle may be ahead of the zone. Unknown rules have no later day.
    public boolean isOfEarlierDay(RuleSet.Id id, LocalDate asOf, Instant now) {
        return ruleSets.find(id).filter(d -> asOf.isBefore(d.rules().dayAt(now))).isPresent();
    }
}
