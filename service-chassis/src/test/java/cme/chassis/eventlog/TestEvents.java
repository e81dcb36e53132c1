package cme.chassis.eventlog;

import java.time.Instant;

/// Events of a made-up subject, numbered by revision.
public final class TestEvents {

    public static final String TYPE = "test.counter.changed";

    private TestEvents() {}

    public static NewEvent of(String key, int revision) {
        var payload = "{\"key\": \"%s\", \"revision\": %d}".formatted(key, revision);
        return new NewEvent(
                key, TYPE, payload, Instant.parse("2026-11-23T10:00:00.123456Z"), "test");
    }
}
