package cme.compliance.ruleset;

import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Provides the rule sets that ship with the service. Tests provide more.
final class RuleSetsProducer {

    @Produces
    @Singleton
    @DefaultBean
    RuleSets ruleSets() {
        return RuleSets.shipped();
    }
}
