package cme.compliance.ruleset;

import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The rule sets that ship with the service; a test adds its own.
final class RuleSetsProducer {

    @Produces
    @Singleton
    @DefaultBean
    RuleSets ruleSets() {
        return RuleSets.shipped();
    }
}
