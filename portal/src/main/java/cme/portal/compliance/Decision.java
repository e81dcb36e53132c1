package cme.portal.compliance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The decision of the board on a requirement in a due year.
///
/// @param cycleStartYear The first year of its cycle
public record Decision(
        String requirement,
        int dueYear,
        int cycleStartYear,
        String decision,
        @Nullable LocalDate until,
        @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {
    /// The request to record a decision.
    ///
    /// @param dueYear A due year of the cycle of today, or the calendar year of a due year of any
    ///   cycle
    /// @param until With EXTENDED only
    public record Request(
            String requirement,
            int dueYear,
            String decision,
            @Nullable LocalDate until,
            String reason) {}
}
