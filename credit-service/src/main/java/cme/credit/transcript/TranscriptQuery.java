package cme.credit.transcript;

import cme.chassis.json.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days of a transcript that are asked for, and the windows that get totals.
///
/// @param from first day; null for the beginning
/// @param to last day; null for no last day
record TranscriptQuery(
        @Nullable LocalDate from, @Nullable LocalDate to, List<TranscriptWindow> windows) {

    TranscriptQuery {
        windows = List.copyOf(windows);
    }

    static TranscriptQuery read(Fields query) {
        LocalDate from = query.date("from");
        LocalDate to = query.date("to");
        if (from != null && to != null && to.isBefore(from)) {
            query.violation("to", "range", "The last day is before the first.");
        }
        List<TranscriptWindow> read = windows(query.values("window"), query, from, to);
        query.complete();
        return new TranscriptQuery(from, to, read);
    }

    private static List<TranscriptWindow> windows(
            List<String> texts, Fields query, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (texts.size() > TranscriptWindow.MAX) {
            query.violation("window", "too-many", "At most " + TranscriptWindow.MAX + " windows.");
            return List.of();
        }
        List<TranscriptWindow> windows = new ArrayList<>();
        for (String text : texts) {
            TranscriptWindow window = TranscriptWindow.parse(text);
            if (window == null) {
                query.violation(
                        "window",
                        "window.format",
                        "A window is written 2023-12-02..2026-12-01, its last day not before its first.");
            } else if (!window.liesWithin(from, to)) {
                query.violation(
                        "window",
                        "window.not-listed",
                        "A window must lie within from and to: its total is the sum of listed completions.");
            } else {
                windows.add(window);
            }
        }
        return windows;
    }
}
