package cme.chassis.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// An event in the log.
record StoredEvent(
        long seq,
        UUID eventId,
        String key,
        String type,
        String payload,
        Instant recordedAt,
        @Nullable String traceparent) {

    /// The next events after one sequence number and up to another.
    static final String PAGE =
            """
            select seq, event_id, key, type, payload::text as payload, recorded_at, traceparent
            from event_log
            where seq > :lastSeq and seq <= :endSeq and type = any(:types)
            order by seq
            limit :limit
            """;

    static List<StoredEvent> page(
            Handle handle, PublishedTopic topic, long lastSeq, long endSeq, int limit) {
        return handle.createQuery(PAGE)
                .bind("lastSeq", lastSeq)
                .bind("endSeq", endSeq)
                .bind("types", topic.publishedTypes().toArray(String[]::new))
                .bind("limit", limit)
                .map((row, _) -> of(row))
                .list();
    }

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                row.getString("key"),
                row.getString("type"),
                row.getString("payload"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("traceparent"));
    }
}
