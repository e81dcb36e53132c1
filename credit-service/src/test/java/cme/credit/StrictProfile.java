package cme.credit;

import io.quarkus.test.junit.QuarkusTestProfile;

import java.util.Map;

/// Little patience with locks, and few calls a minute: the tests that need the one or the other
/// share an application, because its start takes longer than they do.
public final class StrictProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cme.database.options", "-c lock_timeout=300ms",
                "cme.chassis.quota.calls-per-minute", "2");
    }
}
