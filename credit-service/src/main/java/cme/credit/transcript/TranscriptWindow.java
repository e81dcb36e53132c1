package cme.credit.transcript;

import cme.chassis.json.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days of a total, both ends inclusive. The caller names them: the windows that matter to a
/// diplomate depend on the certification cycle, which this service does not know.
record TranscriptWindow(LocalDate from, LocalDate to) {
    /// The most windows in one transcript.
    static final int MAX = 20;

    private static final String BETWEEN = "..";

    /// Reads `2023-12-02..2026-12-01`; null when the text is no window.
    static @Nullable TranscriptWindow parse(String text) {
        int at = text.indexOf(BETWEEN);
        LocalDate from = Days.date(text.substring(0, Math.max(at, 0)));
        LocalDate to = Days.date(text.substring(at < 0 ? text.length() : at + BETWEEN.length()));
        return from == null || to == null || from.isAfter(to)
                ? null
                : new TranscriptWindow(from, to);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// True when a transcript of these days lists all of the window.
    boolean liesWithin(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !from.isBefore(first)) && (last == null || !to.isAfter(last));
    }

    @Override
    public String toString() {
        return from + BETWEEN + to;
    }
}
