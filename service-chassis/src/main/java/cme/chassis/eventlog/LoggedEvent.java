package cme.chassis.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// An event to be logged: the whole state of its subject after a change.
///
/// @param key subject that the topic is ordered and partitioned by
/// @param type what happened, for example `cme.credit.completion.recorded`
/// @param payload JSON object, at most [#MAX_PAYLOAD_BYTES] in UTF-8
/// @param recordedAt when the change was recorded
/// @param recordedBy who made the change
public record LoggedEvent(
        String key, String type, String payload, Instant recordedAt, String recordedBy) {

    /// Below the broker's default limit of 1 MiB for a message, with room for headers: what would
    /// be refused by the broker is refused at the door and never gets stuck in the log.
    public static final int MAX_PAYLOAD_BYTES = 900_000;

    public LoggedEvent {
        // A char takes at most three bytes, so that most payloads need not be encoded to be judged.
        if (payload.length() > MAX_PAYLOAD_BYTES / 3
                && payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "An event of type " + type + " is larger than the broker takes");
        }
    }
}
