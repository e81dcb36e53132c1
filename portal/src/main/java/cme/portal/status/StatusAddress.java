package cme.portal.status;

import cme.portal.page.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Which status is asked for: whose, of which day, with what was recorded by which day.
///
/// @param asOf null for today
/// @param knownBy the last day whose recordings are known; null for everything
/// @param known the instant whose knowledge is asked for, more exact than the day; null for none
/// @param cycleStartYear an earlier cycle; null for the current one
public record StatusAddress(
        String diplomateId,
        @Nullable LocalDate asOf,
        @Nullable LocalDate knownBy,
        @Nullable Instant known,
        @Nullable Integer cycleStartYear) {

    /// The path of the status and of the pages below it.
    public static String path(String diplomateId) {
        return "/diplomates/" + diplomateId;
    }

    /// The status of a day as it was known at an instant.
    public static String of(String diplomateId, LocalDate asOf, Instant known) {
        return path(diplomateId) + "?asOf=" + asOf + "&knownAt=" + known;
    }

    /// The instant, or the last one of the day in the board's zone; null when everything is known.
    @Nullable Instant knownAt(Formats formats) {
        if (known != null) {
            return known;
        }
        return knownBy == null
                ? null
                : knownBy.atTime(LocalTime.MAX).atZone(formats.zone()).toInstant();
    }

    boolean isOfToday() {
        return asOf == null && knownBy == null && known == null;
    }
}
