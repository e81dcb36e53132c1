package cme.chassis.projector;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event that took no effect, why, and what was done about it.
///
/// @param key of the event; its subject
/// @param type of the event
/// @param reason why it failed when it was tried last
/// @param triedAt when it was tried last
/// @param resolvedAt when it was applied after all or discarded; null while it is open
@Schema(description = "An event that took no effect, and why")
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Schema(nullable = true) @Nullable String key,
        @Schema(nullable = true) @Nullable String type,
        State state,
        @Schema(description = "Why it failed when it was tried last") String reason,
        Instant receivedAt,
        Instant triedAt,
        @Schema(nullable = true) @Nullable Instant resolvedAt,
        @Schema(nullable = true) @Nullable String resolvedBy,
        @Schema(nullable = true, description = "Why it was discarded")
                @Nullable String resolutionReason) {

    /// What became of it.
    public enum State {
        /// It waits to be looked at.
        OPEN,
        /// It was applied after all.
        APPLIED,
        /// Somebody decided that it is of no use.
        DISCARDED
    }
}
