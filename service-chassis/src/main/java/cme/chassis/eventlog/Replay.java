package cme.chassis.eventlog;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A request to publish events again that are published already, and its progress.
///
/// @param from the replay covers events recorded since then; null for all
/// @param done events that Kafka has acknowledged again
/// @param total events that the replay covers
@Schema(description = "A replay of published events and its progress")
public record Replay(
        long id,
        State state,
        @Schema(description = "The replay covers events recorded since then; all when null")
                @Nullable Instant from,
        Instant requestedAt,
        String requestedBy,
        long done,
        long total,
        @Nullable Instant finishedAt) {

    /// The state of a replay.
    @Schema(name = "ReplayState")
    public enum State {
        RUNNING,
        COMPLETE
    }
}
