package cme.chassis.chain;

import cme.chassis.json.LengthPrefixed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the log as it is hashed: everything about it that must not change.
///
/// @param payload the JSON as PostgreSQL writes its `jsonb` as text, which is one text for one
///   value
record LogEntry(
        long seq,
        UUID eventId,
        String key,
        String type,
        Instant recordedAt,
        String recordedBy,
        @Nullable String traceparent,
        String payload) {

    static final String COLUMNS =
            "seq, event_id, key, type, recorded_at, recorded_by, traceparent, payload::text as payload";

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    static LogEntry of(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                row.getString("key"),
                row.getString("type"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("traceparent"),
                row.getString("payload"));
    }

    /// The same entry under another number.
    LogEntry at(long otherSeq) {
        return new LogEntry(
                otherSeq, eventId, key, type, recordedAt, recordedBy, traceparent, payload);
    }

    /// The eight values in order, each as its length in bytes and its text in UTF-8, see
    /// [LengthPrefixed]. Numbers are decimal, the time is in microseconds since 1970.
    byte[] bytes() {
        return new LengthPrefixed()
                .add(Long.toString(seq))
                .add(eventId.toString())
                .add(key)
                .add(type)
                .add(Long.toString(micros()))
                .add(recordedBy)
                .add(traceparent)
                .add(payload)
                .bytes();
    }

    byte[] leaf() {
        return MerkleTree.leaf(bytes());
    }

    private long micros() {
        return recordedAt.getEpochSecond() * MICROS_PER_SECOND
                + recordedAt.getNano() / NANOS_PER_MICRO;
    }
}
