package cme.credit.transcript;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Days that a total is asked for, both ends inclusive. Which spans matter to somebody's
/// certification depends on their cycle, which this service does not know: so they are asked for.
record Span(LocalDate from, LocalDate to) {
    /// The most that are totalled in one transcript.
    static final int MAX = 20;

    private static final String BETWEEN = "..";

    /// Written `2023-12-02..2026-12-01`; null when it is not.
    static @Nullable Span parse(String text) {
        int at = text.indexOf(BETWEEN);
        try {
            LocalDate from = LocalDate.parse(text.substring(0, Math.max(at, 0)));
            LocalDate to = LocalDate.parse(text.substring(at + BETWEEN.length()));
            return from.isAfter(to) ? null : new Span(from, to);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// Whether a transcript from and to these days lists all of it.
    boolean liesWithin(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !from.isBefore(first)) && (last == null || !to.isAfter(last));
    }

    @Override
    public String toString() {
        return from + BETWEEN + to;
    }
}
