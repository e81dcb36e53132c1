package cme.portal.compliance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The tracer procedure of a due year.
///
/// @param cycleStartYear The first year of its cycle
/// @param completedOn Null while it is not finished
public record Tracer(
        int dueYear,
        int cycleStartYear,
        String procedure,
        @Nullable LocalDate completedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {
    /// The request to record or change a tracer procedure.
    ///
    /// @param completedOn Null while it is chosen and not finished
    public record Request(String procedure, @Nullable LocalDate completedOn) {}
}
