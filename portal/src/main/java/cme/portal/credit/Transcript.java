package cme.portal.credit;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recorded completions of a diplomate.
///
/// @param asOf The ledger as it stood then
/// @param windows Those asked for, in that order
/// @param verification How anybody can check it
public record Transcript(
        String diplomateId,
        @Nullable String name,
        Instant asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Item> items,
        List<Year> years,
        List<Window> windows,
        Total total,
        Verification verification) {
    public Transcript {
        items = Absent.list(items);
        years = Absent.list(years);
        windows = Absent.list(windows);
    }

    /// One completion.
    ///
    /// @param session The part of the activity on that day; null where none was named
    public record Item(
            String completion,
            LocalDate completedOn,
            @Nullable String activity,
            String title,
            @Nullable String session,
            @Nullable String provider,
            @Nullable String category,
            BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits) {}

    /// The sums of a calendar year.
    public record Year(
            int year,
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            int patientSafetyUnknown) {}

    /// The sums of the days that were asked for.
    public record Window(
            LocalDate from,
            LocalDate to,
            BigDecimal credits,
            BigDecimal patientSafetyCredits,
            int patientSafetyUnknown) {}

    /// Sums of credits.
    ///
    /// @param patientSafetyUnknown Completions whose patient-safety part is unknown and counted as
    ///   0
    public record Total(
            BigDecimal credits, BigDecimal patientSafetyCredits, int patientSafetyUnknown) {}

    /// By which others verify a transcript.
    ///
    /// @param url Answers whether it still holds
    public record Verification(String code, String url) {}
}
