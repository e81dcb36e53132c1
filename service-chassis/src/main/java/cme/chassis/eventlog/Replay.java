package cme.chassis.eventlog;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A request to publish once more what is published already, and how far it is.
///
/// @param from only what was recorded since then; null for all
/// @param done events that Kafka has acknowledged again
/// @param total events that the replay covers
@Schema(description = "A replay of published events and its progress")
public record Replay(
        long id,
        State state,
        @Schema(nullable = true, description = "What was recorded since then; all when not said")
                @Nullable Instant from,
        Instant requestedAt,
        String requestedBy,
        long done,
        long total,
        @Schema(nullable = true) @Nullable Instant finishedAt) {

    /// Whether it goes on.
    public enum State {
        RUNNING,
        COMPLETE
    }
}
