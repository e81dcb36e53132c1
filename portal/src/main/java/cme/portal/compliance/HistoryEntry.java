package cme.portal.compliance;

import cme.portal.services.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Revisions that became known at an instant, and how the standing changed by it or by time alone.
///
/// @param at The status as known at this instant is the answer after it
/// @param asOf The day of that status
/// @param known What became known; empty when only time went by
/// @param standing The standing after it
public record HistoryEntry(
        Instant at,
        LocalDate asOf,
        String cause,
        List<Known> known,
        String standing,
        String summary,
        Changes changes) {
    public HistoryEntry {
        known = Absent.list(known);
    }

    /// One revision of one thing that became known.
    ///
    /// @param subject Id of a completion, code of an activity, due year of a tracer, first day of a
    ///   pathway, requirement and due year of a decision, or the diplomate of a cycle
    /// @param text The value in words; null when it was taken back
    /// @param by The subject of the token that recorded it; null where it is not known here
    public record Known(
            String kind,
            String subject,
            int revision,
            String action,
            @Nullable String text,
            @Nullable String reason,
            @Nullable String by) {}
}
