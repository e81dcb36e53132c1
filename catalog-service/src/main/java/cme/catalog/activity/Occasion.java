package cme.catalog.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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
    private static final String SCHEMA_BASE = "https://contracts.cme.example/catalog/v1/activity.";

    String eventType() {
        return TYPE_BASE + name().toLowerCase(Locale.ROOT);
    }

    private String eventSchema() {
        return SCHEMA_BASE + name().toLowerCase(Locale.ROOT) + ".schema.json";
    }

    static Occasion ofEventType(String type) {
        return valueOf(type.substring(TYPE_BASE.length()).toUpperCase(Locale.ROOT));
    }

    static Map<String, String> eventSchemas() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(Occasion::eventType, Occasion::eventSchema));
    }
}
