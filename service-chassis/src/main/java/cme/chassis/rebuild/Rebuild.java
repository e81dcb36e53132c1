package cme.chassis.rebuild;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A request to rebuild the projections, and its progress.
///
/// @param done events that were read again
/// @param total events that the service had applied when that was last looked at
/// @param removed rows that were wrong or should not exist
/// @param added rows that were wrong or missing although their event had been applied
/// @param problem why it failed
@Schema(description = "A rebuild of the projections and its progress")
public record Rebuild(
        long id,
        State state,
        Instant requestedAt,
        String requestedBy,
        @Schema(description = "Events that were read again") long done,
        @Schema(description = "Events that the service had applied when that was last looked at")
                long total,
        @Schema(
                        description =
                                "Stored rows that were taken out because they were wrong or no event"
                                        + " has them; 0 when nothing was wrong")
                long removed,
        @Schema(
                        description =
                                "Rows that were put in because the stored ones were wrong or missing"
                                        + " although their event had been applied. Events that come"
                                        + " in while the rebuild runs are not counted; 0 when"
                                        + " nothing was wrong")
                long added,
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
