package cme.compliance.rulebook;

import cme.compliance.ruleset.RuleSets;

import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The rule sets that ship with the service; a test adds its own.
final class RuleBookProducer {

    @Produces
    @Singleton
    @DefaultBean
    RuleSets ruleSets() {
        return RuleSets.shipped();
    }
}
