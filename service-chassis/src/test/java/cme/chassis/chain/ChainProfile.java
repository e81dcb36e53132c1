package cme.chassis.chain;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/// A database of its own, whose chain nothing else disagrees with, and a quick check. It allows few
/// calls too, so that the test of that needs no other application.
public final class ChainProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cme.chassis.chain.enabled", "true",
                "cme.chassis.chain.interval", "50ms",
                "cme.chassis.chain.checkpoint-interval", "100ms",
                "cme.chassis.chain.check-interval", "100ms",
                "cme.chassis.chain.check-share", "100",
                "cme.chassis.chain.block-size", "4",
                "cme.chassis.quota.calls-per-minute", "2");
    }
}
