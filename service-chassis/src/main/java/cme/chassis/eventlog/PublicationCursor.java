package cme.chassis.eventlog;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How far the log is published: up to a sequence number, in the order of sequence numbers. For one
/// subject that is the order in which its revisions were made, because a number is drawn when the
/// row is written, after the locks were taken.
record PublicationCursor(long lastSeq) {

    /// An event as it lies in the log.
    record Entry(
            long seq,
            UUID eventId,
            String key,
            String type,
            String payload,
            Instant recordedAt,
            @Nullable String traceparent) {}

    private static final String PAGE =
            """
            select seq, event_id, key, type, payload::text as payload, recorded_at, traceparent
            from event_log
            where seq > :lastSeq and seq <= :endSeq and type = any(:types)
            order by seq
            limit :limit
            """;

    private static final String BACKLOG =
            """
            select count(*), min(recorded_at) from (
                select recorded_at from event_log, event_publication p
                where seq > p.last_seq and type = any(:types)
                limit 100000) as waiting
            """;

    static PublicationCursor read(Handle handle) {
        return new PublicationCursor(
                handle.createQuery("select last_seq from event_publication")
                        .mapTo(Long.class)
                        .one());
    }

    /// The next events up to a number, without a gap if everything up to there is decided.
    List<Entry> page(Handle handle, PublishedTopic topic, long endSeq, int limit) {
        return handle.createQuery(PAGE)
                .bind("lastSeq", lastSeq)
                .bind("endSeq", endSeq)
                .bind("types", topic.types().toArray(String[]::new))
                .bind("limit", limit)
                .map(
                        (row, _) ->
                                new Entry(
                                        row.getLong("seq"),
                                        row.getObject("event_id", UUID.class),
                                        row.getString("key"),
                                        row.getString("type"),
                                        row.getString("payload"),
                                        row.getTimestamp("recorded_at").toInstant(),
                                        row.getString("traceparent")))
                .list();
    }

    /// What is committed and not published yet.
    ///
    /// @param events counted up to 100,000
    /// @param oldest when the first of them was recorded; null when there is none
    record Backlog(long events, @Nullable Instant oldest) {}

    static Backlog backlog(Handle handle, PublishedTopic topic) {
        return handle.createQuery(BACKLOG)
                .bind("types", topic.types().toArray(String[]::new))
                .map((row, _) -> new Backlog(row.getLong(1), instant(row.getTimestamp(2))))
                .one();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /// Moves on to `seq`, unless somebody moved the cursor in the meantime, to replay for instance;
    /// then their place holds.
    void advance(Handle handle, long seq) {
        handle.createUpdate(
                        "update event_publication set last_seq = :seq where last_seq = :lastSeq")
                .bind("seq", seq)
                .bind("lastSeq", lastSeq)
                .execute();
    }
}
