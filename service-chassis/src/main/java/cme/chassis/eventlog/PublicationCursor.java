package cme.chassis.eventlog;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How far the log is published: a window of transactions that are all over, and a place in it.
///
/// A transaction that commits late has a sequence number lower than what is published already, so a
/// cursor over sequence numbers alone would skip it. A window ends at the oldest transaction that
/// is still running when the window is opened, hence nothing can appear in it later; within the
/// window the order of sequence numbers is the order in which the revisions of one subject were
/// made.
record PublicationCursor(String windowFrom, String windowTo, long lastSeq, long endSeq) {

    /// An event as it lies in the log.
    record Entry(
            long seq,
            UUID eventId,
            String key,
            String type,
            String payload,
            Instant recordedAt,
            @Nullable String traceparent) {}

    private static final String OPEN_NEXT_WINDOW =
            """
            with next as (select pg_snapshot_xmin(pg_current_snapshot()) as upto),
            rows as (
                select min(seq) as first, max(seq) as last
                from event_log, next, event_publication p
                where xid >= p.window_to and xid < next.upto)
            update event_publication p
            set window_from = p.window_to, window_to = next.upto,
                last_seq = rows.first - 1, end_seq = rows.last
            from next, rows
            where p.window_to = :to::xid8 and p.last_seq = :lastSeq and rows.first is not null
            """;

    private static final String PAGE =
            """
            select seq, event_id, key, type, payload::text as payload, recorded_at, traceparent
            from event_log
            where seq > :lastSeq and seq <= :endSeq
              and xid >= :from::xid8 and xid < :to::xid8
              and type = any(:types)
            order by seq
            limit :limit
            """;

    static PublicationCursor read(Handle handle) {
        return handle.createQuery(
                        """
                        select window_from::text, window_to::text, last_seq, end_seq
                        from event_publication
                        """)
                .map(
                        (row, _) ->
                                new PublicationCursor(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .one();
    }

    boolean isAtEndOfWindow() {
        return lastSeq >= endSeq;
    }

    /// Opens the window of everything that was committed since and is certain to be complete.
    ///
    /// @return false when there is nothing new
    boolean openNextWindow(Handle handle) {
        return handle.createUpdate(OPEN_NEXT_WINDOW)
                        .bind("to", windowTo)
                        .bind("lastSeq", lastSeq)
                        .execute()
                == 1;
    }

    /// True when something is committed that belongs to no window yet, because an older transaction
    /// is still running.
    boolean isHeldBack(Handle handle) {
        return handle.createQuery("select exists (select from event_log where xid >= :to::xid8)")
                .bind("to", windowTo)
                .mapTo(Boolean.class)
                .one();
    }

    List<Entry> page(Handle handle, PublishedTopic topic, int limit) {
        return handle.createQuery(PAGE)
                .bind("lastSeq", lastSeq)
                .bind("endSeq", endSeq)
                .bind("from", windowFrom)
                .bind("to", windowTo)
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
        return handle.createQuery(
                        """
                        select count(*), min(recorded_at) from (
                            select recorded_at from event_log, event_publication p
                            where type = any(:types)
                              and (xid >= p.window_to
                                   or xid >= p.window_from and seq > p.last_seq and seq <= p.end_seq)
                            limit 100000) as waiting
                        """)
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
                        """
                        update event_publication set last_seq = :seq
                        where window_from = :from::xid8 and window_to = :to::xid8 and last_seq = :lastSeq
                        """)
                .bind("seq", seq)
                .bind("from", windowFrom)
                .bind("to", windowTo)
                .bind("lastSeq", lastSeq)
                .execute();
    }
}
