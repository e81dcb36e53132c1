package cme.chassis.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates and instants of the years 1 to 9999, which every part of the system can store, write
/// and compute with.
public final class Days {

    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT = Pattern.compile("(?!0000)[0-9]{4}-.*Z");

    private Days() {}

    /// A date `YYYY-MM-DD`; null when the text is none.
    public static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }

    /// An instant such as `2026-11-23T15:04:05Z`; null when the text is none.
    public static @Nullable Instant instant(String text) {
        try {
            return INSTANT.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (DateTimeParseException noInstant) {
            return null;
        }
    }
}
