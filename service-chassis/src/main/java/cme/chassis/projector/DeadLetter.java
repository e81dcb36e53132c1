package cme.chassis.projector;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An event that took no effect, and why.
///
/// @param resolvedAt when it was applied after all; null while it waits
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        String reason,
        Instant receivedAt,
        @Nullable Instant resolvedAt) {}
