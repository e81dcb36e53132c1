package cme.compliance.harness;

import cme.compliance.cases.TestRuleSets;
import cme.compliance.ruleset.RuleSets;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The rule sets that ship and the fixtures beside them.
class TestRuleBook {

    @Produces
    @Singleton
    RuleSets ruleSets() {
        return RuleSets.of(TestRuleSets.files());
    }
}
