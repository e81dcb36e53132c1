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
import org.jspecify.annotations.Nullable;

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
    record Chosen(RuleSet rules, Facts facts) implements Choice {}

    /// The board has recorded no cycle, or none of the year.
    record NoCycle() implements Outcome, Choice {}

    /// A cycle names a rule set that this version of the service does not have.
    record NoRules(RuleSet.Id ruleSet) implements Outcome, Choice {}

    private final RuleSets ruleSets;

    AssessmentService(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    Outcome assess(DiplomateFacts kept, LocalDate asOf, Instant knownAt) {
        return switch (choose(kept, asOf, knownAt, null)) {
            case Chosen(RuleSet rules, Facts facts) ->
                    new Assessed(Assessment.assess(rules, facts, asOf, knownAt));
            case Merged merged -> merged;
            case NoCycle none -> none;
            case NoRules none -> none;
        };
    }

    /// @param year a year of the cycle; null for the cycle to which the as-of date belongs
    Choice choose(DiplomateFacts kept, LocalDate asOf, Instant knownAt, @Nullable Integer year) {
        Optional<DiplomateId> mergedInto = kept.numbers().mergedIntoKnownAt(knownAt);
        if (mergedInto.isPresent()) {
            return new Merged(mergedInto.get());
        }
        Optional<RuleSet.Id> unknown =
                kept.record().ruleSetsKnownAt(knownAt).stream()
                        .filter(id -> ruleSets.find(id).isEmpty())
                        .findFirst();
        if (unknown.isPresent()) {
            return new NoRules(unknown.get());
        }
        CycleSequence cycles = kept.record().cyclesKnownAt(knownAt, ruleSets::rules);
        Optional<Place> place = year == null ? cycles.on(asOf) : cycles.ofYear(year);
        return place.<Choice>map(p -> new Chosen(p.rules(), kept.facts(cycles, p, knownAt)))
                .orElseGet(NoCycle::new);
    }

    /// Whether an answer was made with the current version of its rule set.
    public boolean isCurrent(RuleSet.Id id, int version) {
        return ruleSets.find(id).filter(d -> d.rules().version() == version).isPresent();
    }
}
