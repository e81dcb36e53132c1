package cme.chassis.rebuild;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A request to rebuild the projections, and its progress.
///
/// @param done events that were read again
/// @param total events in the topics when their ends were last read
/// @param removed rows that were wrong or should not exist
/// @param added rows that were wrong or missing
/// @param problem why it failed
@Schema(description = "A rebuild of the projections and its progress")
public record Rebuild(
        long id,
        State state,
        Instant requestedAt,
        String requestedBy,
        long done,
        long total,
        @Schema(description = "Rows that were wrong or should not exist") long removed,
        @Schema(description = "Rows that were wrong or missing") long added,
        @Nullable Instant finishedAt,
        @Schema(description = "Why it failed") @Nullable String problem) {

    /// The state of a rebuild.
    @Schema(name = "RebuildState")
    public enum State {
        /// The old projections are in use.
        RUNNING,
        /// The projections are equal to the rebuilt ones.
        COMPLETE,
        /// Nothing was changed.
        FAILED
    }
}
