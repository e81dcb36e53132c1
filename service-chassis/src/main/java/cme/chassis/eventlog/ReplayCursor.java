package cme.chassis.eventlog;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// How far the replay that is running has come. It goes by sequence number alone: for one subject
/// that is the order of its revisions.
record ReplayCursor(long id, String beforeXid, long lastSeq, long endSeq) {

    private static final String FROM_THE_FIRST_TRANSACTION = "0";

    static Optional<ReplayCursor> ofRunning(Handle handle) {
        return handle.createQuery(
                        """
                        select id, before_xid::text, last_seq, end_seq from event_replay
                        where finished_at is null
                        """)
                .map(
                        (row, _) ->
                                new ReplayCursor(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .findOne();
    }

    List<PublicationCursor.Entry> page(Handle handle, PublishedTopic topic, int limit) {
        return new PublicationCursor(FROM_THE_FIRST_TRANSACTION, beforeXid, lastSeq, endSeq)
                .page(handle, topic, limit);
    }

    /// Moves on behind a page that Kafka has acknowledged; a page that is not full was the last.
    void advance(Handle handle, List<PublicationCursor.Entry> page, int limit, Instant now) {
        boolean last = page.size() < limit;
        handle.createUpdate(
                        """
                        update event_replay
                        set last_seq = :seq, done = done + :sent, finished_at = :finished
                        where id = :id and last_seq = :lastSeq
                        """)
                .bind("seq", last ? endSeq : page.getLast().seq())
                .bind("sent", page.size())
                .bind("finished", last ? now.atOffset(ZoneOffset.UTC) : null)
                .bind("id", id)
                .bind("lastSeq", lastSeq)
                .execute();
    }
}
