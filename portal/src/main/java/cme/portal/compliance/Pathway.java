package cme.portal.compliance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The pathway of a diplomate from a day on.
///
/// @param until Last day; null while open
public record Pathway(
        String pathway,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {
    /// The request to record or change a pathway.
    ///
    /// @param from First day
    /// @param until Last day; null while open
    public record Request(
            String pathway, LocalDate from, @Nullable LocalDate until, @Nullable String reason) {}
}
