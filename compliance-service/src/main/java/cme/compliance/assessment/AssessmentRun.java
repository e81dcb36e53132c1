package cme.compliance.assessment;

import cme.compliance.rules.Assessment;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Status;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Finds the rules that a diplomate's cycle names and assesses with them.
@Singleton
public class AssessmentRun {

    /// What comes of it.
    sealed interface Result {}

    record Done(Status status) implements Result {}

    /// The board has recorded no cycle.
    record NoCycle() implements Result {}

    /// The cycle names rules that this version of the service does not have.
    record NoRules(RuleSet.Id ruleSet) implements Result {}

    private final RuleSets ruleSets;

    AssessmentRun(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    Result assess(DiplomateFacts known, LocalDate asOf, Instant knownAt) {
        var facts = known.facts(knownAt);
        var cycle = facts.cycleKnownAt(knownAt);
        if (cycle.isEmpty()) {
            return new NoCycle();
        }
        var rules = rules(cycle.get().ruleSet());
        return rules.<Result>map(r -> new Done(Assessment.assess(r, facts, asOf, knownAt)))
                .orElseGet(() -> new NoRules(cycle.get().ruleSet()));
    }

    public Optional<RuleSet> rules(RuleSet.Id id) {
        return ruleSets.find(id).map(document -> document.rules());
    }

    /// Whether an answer was made with the rules as they are now.
    public boolean isCurrent(RuleSet.Id id, int version) {
        return rules(id).filter(rules -> rules.version() == version).isPresent();
    }
}
