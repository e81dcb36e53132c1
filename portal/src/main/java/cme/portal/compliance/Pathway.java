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

    /// One recorded state of a pathway.
    ///
    /// @param takenBack Whether this revision takes the span back
    /// @param reason Of the span, or why it was taken back
    public record Revision(
            LocalDate from,
            boolean takenBack,
            @Nullable String pathway,
            @Nullable LocalDate until,
            @Nullable String reason,
            int revision,
            Instant recordedAt,
            String recordedBy) {}
}
