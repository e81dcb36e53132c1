package cme.chassis.projector;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event that took no effect, with the reason and its resolution.
///
/// @param key the key of the event, which is its subject
/// @param type the type of the event
/// @param reason why the last attempt failed
/// @param triedAt when the last attempt was made
/// @param resolvedAt when it was applied or discarded; null while it is open
@Schema(description = "An event that took no effect, and why")
public record DeadLetter(
        long id,
        String topic,
        int partition,
        @Schema(description = "Negative when the topic of the event was deleted since") long offset,
        @Nullable String key,
        @Nullable String type,
        State state,
        @Schema(description = "Why it failed when it was tried last") String reason,
        Instant receivedAt,
        Instant triedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Schema(description = "Why it was discarded") @Nullable String resolutionReason) {

    /// The state of a dead letter.
    @Schema(name = "DeadLetterState")
    public enum State {
        /// It waits for somebody to look at it.
        OPEN,
        /// It was applied by a retry or a rebuild.
        APPLIED,
        /// Somebody decided not to apply it.
        DISCARDED
    }
}
