package cme.credit.transcript;

import cme.chassis.json.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which days of a transcript are asked for, and of which spans the totals.
///
/// @param from first day; null for the beginning
/// @param to last day; null for no last day
record TranscriptQuery(@Nullable LocalDate from, @Nullable LocalDate to, List<Span> windows) {

    TranscriptQuery {
        windows = List.copyOf(windows);
    }

    /// @param query without the windows, each of which is a parameter of the same name
    static TranscriptQuery read(Fields query, List<String> windows) {
        LocalDate from = query.date("from");
        LocalDate to = query.date("to");
        if (from != null && to != null && to.isBefore(from)) {
            query.violation("to", "range", "The last day is before the first.");
        }
        List<Span> spans = spans(windows, query, from, to);
        query.complete();
        return new TranscriptQuery(from, to, spans);
    }

    private static List<Span> spans(
            List<String> windows, Fields query, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (windows.size() > Span.MAX) {
            query.violation("window", "too-many", "At most " + Span.MAX + " windows.");
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (String text : windows) {
            Span span = Span.parse(text);
            if (span == null) {
                query.violation(
                        "window",
                        "window.format",
                        "A window is written 2023-12-02..2026-12-01, its last day not before its first.");
            } else if (!span.liesWithin(from, to)) {
                query.violation(
                        "window",
                        "window.not-listed",
                        "A window must lie within from and to, else its total would not be of what is listed.");
            } else {
                spans.add(span);
            }
        }
        return spans;
    }
}
