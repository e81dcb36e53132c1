package cme.chassis.rebuild;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A request to make the projections anew, and how far it is.
///
/// @param done events that are read again
/// @param total events that the topics held when it was looked last
/// @param removed rows that the topics do not give, or not so
/// @param added rows that were missing, or not so
/// @param problem why it failed
@Schema(description = "A rebuild of the projections and its progress")
public record Rebuild(
        long id,
        State state,
        Instant requestedAt,
        String requestedBy,
        long done,
        long total,
        @Schema(description = "Rows that the topics do not give, or not so") long removed,
        @Schema(description = "Rows that were missing, or not so") long added,
        @Schema(nullable = true) @Nullable Instant finishedAt,
        @Schema(nullable = true, description = "Why it failed") @Nullable String problem) {

    /// Whether it goes on.
    public enum State {
        /// Answers come from the old projections.
        RUNNING,
        /// The projections are what the topics give.
        COMPLETE,
        /// Nothing was changed.
        FAILED
    }
}
