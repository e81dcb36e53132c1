package cme.credit.transcript;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The recorded completions of a diplomate at an instant, in the order of their dates.
///
/// @param name given and family name; null of a diplomate whose identity is not known
/// @param asked the days that are listed, and the windows that have totals
record Transcript(
        String diplomateId,
        @Nullable String name,
        Instant asOf,
        TranscriptQuery asked,
        List<TranscriptItem> items) {

    /// A transcript with the code by which it can be checked.
    record Coded(Transcript transcript, TranscriptCode code) {}

    /// The most completions in one transcript.
    static final int MAX_ITEMS = 10_000;

    Transcript {
        items = List.copyOf(items);
    }

    TranscriptTotal total() {
        return total(_ -> true);
    }

    TranscriptTotal total(TranscriptWindow window) {
        return total(item -> window.contains(item.completedOn()));
    }

    private TranscriptTotal total(Predicate<TranscriptItem> counted) {
        TranscriptTotal total = TranscriptTotal.NONE;
        for (TranscriptItem item : items) {
            total = counted.test(item) ? total.plus(item) : total;
        }
        return total;
    }

    /// Totals by calendar year, the first year first.
    SortedMap<Integer, TranscriptTotal> totalsByYear() {
        SortedMap<Integer, TranscriptTotal> totals = new TreeMap<>();
        for (TranscriptItem item : items) {
            totals.compute(
                    item.completedOn().getYear(),
                    (_, total) -> (total == null ? TranscriptTotal.NONE : total).plus(item));
        }
        return totals;
    }
}
