package cme.chassis.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event to append to the log: the whole state of its subject after a change.
///
/// @param key subject that the topic is ordered and partitioned by
/// @param type what happened, for example `cme.credit.completion.recorded`
/// @param payload JSON object of limited size, see [EventLog#append]
/// @param recordedAt when the change was recorded
/// @param recordedBy who made the change
/// @param traceparent the place of its request in a trace; null for the request that is being
///   handled
public record NewEvent(
        String key,
        String type,
        String payload,
        Instant recordedAt,
        String recordedBy,
        @Nullable String traceparent) {

    public NewEvent(
            String key, String type, String payload, Instant recordedAt, String recordedBy) {
        this(key, type, payload, recordedAt, recordedBy, null);
    }

    /// The same event in the trace of another request.
    public NewEvent in(@Nullable String otherTraceparent) {
        return new NewEvent(key, type, payload, recordedAt, recordedBy, otherTraceparent);
    }
}
