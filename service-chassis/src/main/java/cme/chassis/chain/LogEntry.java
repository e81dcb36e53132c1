package cme.chassis.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /// The length of a value that is not there.
    private static final int NONE = -1;

    private static final int OTHER_FIELDS_BYTES = 256;
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

    /// The eight values in order. Each is its length in bytes (four bytes, the highest first) and
    /// its text in UTF-8; numbers are decimal, the time is in microseconds since 1970, and a value
    /// that is missing has the length -1.
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(payload.length() + OTHER_FIELDS_BYTES);
        try (var out = new DataOutputStream(bytes)) {
            write(out, Long.toString(seq));
            write(out, eventId.toString());
            write(out, key);
            write(out, type);
            write(out, Long.toString(micros()));
            write(out, recordedBy);
            write(out, traceparent);
            write(out, payload);
        } catch (IOException e) {
            throw new UncheckedIOException("An entry cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    byte[] leaf() {
        return MerkleTree.leaf(bytes());
    }

    private long micros() {
        return recordedAt.getEpochSecond() * MICROS_PER_SECOND
                + recordedAt.getNano() / NANOS_PER_MICRO;
    }

    private static void write(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(NONE);
        } else {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }
}
