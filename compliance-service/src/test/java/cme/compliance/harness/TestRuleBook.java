package cme.compliance.harness;

import cme.compliance.cases.TestRuleSets;
import cme.compliance.ruleset.RuleSets;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rule sets that ship and the fixtures beside them.
class TestRuleBook {

    @Produces
    @Singleton
    RuleSets ruleSets() {
        return RuleSets.of(
                Stream.of(
                                "abps-cc-10y.yaml",
                                "abps-cc-10y-overview.yaml",
                                "abps-cc-5y.yaml",
                                "five-year.yaml")
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> TestRuleSets.text("/rule-sets/" + name))));
    }
}
