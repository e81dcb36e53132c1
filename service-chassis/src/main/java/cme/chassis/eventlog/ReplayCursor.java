package cme.chassis.eventlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The progress of the running replay. It follows the sequence numbers: for one subject that is the
/// order of its revisions.
record ReplayCursor(long id, long lastSeq, long endSeq) {

    static Optional<ReplayCursor> ofRunning(Handle handle) {
        return handle.createQuery(
                        """
                        select id, last_seq, end_seq from event_replay
                        where finished_at is null
                        """)
                .map((row, _) -> new ReplayCursor(row.getLong(1), row.getLong(2), row.getLong(3)))
                .findOne();
    }

    List<StoredEvent> page(Handle handle, PublishedTopic topic, int limit) {
        return StoredEvent.page(handle, topic, lastSeq, endSeq, limit);
    }

    /// Moves past a page that Kafka has acknowledged. A page that is not full is the last one.
    void advance(Handle handle, List<StoredEvent> page, int limit, Instant now) {
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
