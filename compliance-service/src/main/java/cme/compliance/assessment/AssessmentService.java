package cme.compliance.assessment;

import cme.compliance.rules.Assessment;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Facts;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import cme.compliance.ruleset.RuleSetDocument;
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

    /// The number is another diplomate's.
    record Merged(DiplomateId into) implements Outcome {}

    /// The board has recorded no cycle.
    record NoCycle() implements Outcome {}

    /// The cycle names a rule set that this version of the service does not have.
    record NoRules(RuleSet.Id ruleSet) implements Outcome {}

    private final RuleSets ruleSets;

    AssessmentService(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    Outcome assess(DiplomateFacts kept, LocalDate asOf, Instant knownAt) {
        Optional<DiplomateId> mergedInto = kept.numbers().mergedIntoKnownAt(knownAt);
        if (mergedInto.isPresent()) {
            return new Merged(mergedInto.get());
        }
        Facts facts = kept.facts(knownAt);
        Optional<Cycle> cycle = facts.cycleKnownAt(knownAt);
        if (cycle.isEmpty()) {
            return new NoCycle();
        }
        RuleSet.Id ruleSet = cycle.get().ruleSet();
        return rules(ruleSet)
                .<Outcome>map(r -> new Assessed(Assessment.assess(r, facts, asOf, knownAt)))
                .orElseGet(() -> new NoRules(ruleSet));
    }

    Optional<RuleSet> rules(RuleSet.Id id) {
        return ruleSets.find(id).map(RuleSetDocument::rules);
    }

    /// Whether an answer was made with the current version of its rule set.
    public boolean isCurrent(RuleSet.Id id, int version) {
        return rules(id).filter(rules -> rules.version() == version).isPresent();
    }
}
