package cme.catalog;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/// A database of its own, whose chain nothing else disagrees with.
public final class ChainProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cme.chassis.chain.enabled", "true",
                "cme.chassis.chain.interval", "100ms",
                "cme.chassis.chain.checkpoint-interval", "200ms",
                "cme.chassis.chain.check-share", "100",
                "cme.chassis.chain.check-interval", "200ms");
    }
}
