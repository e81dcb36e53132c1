package cme.chassis.eventlog;

import java.time.Instant;

/// An event to be logged: the whole state of its subject after a change.
///
/// @param key subject that the topic is ordered and partitioned by
/// @param type what happened, for example `cme.credit.completion.recorded`
/// @param payload JSON object; how large it may be, [EventLog#append] says
/// @param recordedAt when the change was recorded
/// @param recordedBy who made the change
public record LoggedEvent(
        String key, String type, String payload, Instant recordedAt, String recordedBy) {}
