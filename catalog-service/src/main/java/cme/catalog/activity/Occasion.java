package cme.catalog.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The kind of change that made a revision, and the type of its event.
public enum Occasion {
    PROPOSED,
    CHANGED,
    APPROVED,
    RETIRED;

    /// The reason for a revision, if one was given. It stays in the log.
    static final String REASON_TYPE = "cme.catalog.activity.reason";

    private static final String TYPE_BASE = "cme.catalog.activity.";

    String eventType() {
        return TYPE_BASE + name().toLowerCase(Locale.ROOT);
    }

    static Occasion ofEventType(String type) {
        return valueOf(type.substring(TYPE_BASE.length()).toUpperCase(Locale.ROOT));
    }

    static Set<String> eventTypes() {
        return Arrays.stream(values()).map(Occasion::eventType).collect(Collectors.toSet());
    }
}
