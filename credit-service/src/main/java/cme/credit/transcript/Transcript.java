package cme.credit.transcript;

import cme.credit.completion.Credits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The recorded completions of a diplomate at an instant, in the order of their dates.
///
/// @param name given and family name; null of a diplomate whose identity is not known
/// @param asked which days are listed, and of which spans there are totals
record Transcript(
        String diplomateId,
        @Nullable String name,
        Instant asOf,
        TranscriptQuery asked,
        List<Entry> entries) {

    /// The most that is put in one transcript.
    static final int MAX_ENTRIES = 10_000;

    Transcript {
        entries = List.copyOf(entries);
    }

    /// @param title of the activity, or of what is outside the catalog
    /// @param patientSafety null when unknown
    record Entry(
            UUID completion,
            LocalDate completedOn,
            @Nullable String activity,
            String title,
            @Nullable String provider,
            @Nullable String category,
            Credits credits,
            @Nullable Credits patientSafety) {}

    /// @param unknown completions whose patient-safety part is unknown and counted as nothing
    record Total(BigDecimal credits, BigDecimal patientSafety, int unknown) {
        private static final Total NONE =
                new Total(new BigDecimal("0.00"), new BigDecimal("0.00"), 0);

        private Total plus(Entry entry) {
            Credits safety = entry.patientSafety();
            return new Total(
                    credits.add(entry.credits().amount()),
                    safety == null ? patientSafety : patientSafety.add(safety.amount()),
                    safety == null ? unknown + 1 : unknown);
        }
    }

    Total total() {
        Total total = Total.NONE;
        for (Entry entry : entries) {
            total = total.plus(entry);
        }
        return total;
    }

    Total total(Span window) {
        Total total = Total.NONE;
        for (Entry entry : entries) {
            if (window.contains(entry.completedOn())) {
                total = total.plus(entry);
            }
        }
        return total;
    }

    /// Totals by calendar year, the first year first.
    Map<Integer, Total> totalsByYear() {
        Map<Integer, Total> totals = new TreeMap<>();
        for (Entry entry : entries) {
            int year = entry.completedOn().getYear();
            totals.put(year, totals.getOrDefault(year, Total.NONE).plus(entry));
        }
        return totals;
    }
}
