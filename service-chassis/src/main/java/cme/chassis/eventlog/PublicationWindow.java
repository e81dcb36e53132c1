package cme.chassis.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The part of the log that is published next: the events between the cursor and a sequence number.
/// They are published in the order of the numbers. For one subject that is the order of its
/// revisions, because a number is drawn when the row is written, after the locks were taken.
///
/// A transaction that commits late has lower numbers than others that are visible already, so a
/// number that is visible says nothing about those below it. But every transaction takes its id
/// before it draws a number (a trigger ensures that). A transaction id is therefore drawn after the
/// highest number was read; once every transaction with a lower id is over, the window is complete.
///
/// @param lastSeq the cursor: everything up to this number is published
/// @param endSeq the highest number that was visible when the window was opened
/// @param fence an id higher than that of every transaction that may still add to the window
record PublicationWindow(long lastSeq, long endSeq, String fence) {

    /// The id is drawn only if there is something to publish, and so after the snapshot that shows
    /// it.
    private static final String OPEN =
            """
            select p.last_seq, last.seq, pg_current_xact_id()::text
            from event_publication p, (select max(seq) as seq from event_log) as last
            where last.seq > p.last_seq
            """;

    private static final String OPEN_AFTER =
            """
            select last.seq, pg_current_xact_id()::text
            from (select max(seq) as seq from event_log) as last
            where last.seq > :lastSeq
            """;

    /// A server that has drawn the id of the fence names a higher one as the end of its snapshot.
    private static final String STATE =
            """
            select case
                when pg_snapshot_xmin(seen) >= :fence::xid8 then 'PASSED'
                when pg_snapshot_xmax(seen) > :fence::xid8 then 'AHEAD'
                else 'UNKNOWN' end
            from pg_current_snapshot() as seen
            """;

    /// Returns at least one row, which says whether the window is complete. No events are read
    /// before it is.
    private static final String PAGE =
            """
            select fence.is_passed, event.*
            from (select pg_snapshot_xmin(pg_current_snapshot()) >= :fence::xid8 as is_passed) as fence
            left join lateral (
                select * from (%s) as page where fence.is_passed) as event on true
            order by event.seq
            """
                    .formatted(StoredEvent.PAGE);

    /// Opens the next window.
    ///
    /// @param handle outside of a transaction, whose own id would hold the window back
    /// @return empty when nothing was logged since the last one
    static Optional<PublicationWindow> open(Handle handle) {
        return handle.createQuery(OPEN)
                .map(
                        (row, _) ->
                                new PublicationWindow(
                                        row.getLong(1), row.getLong(2), row.getString(3)))
                .findOne();
    }

    /// As [#open(Handle)], for a reader with a cursor of its own.
    static Optional<PublicationWindow> open(Handle handle, long lastSeq) {
        try (Query query = handle.createQuery(OPEN_AFTER)) {
            return query.bind("lastSeq", lastSeq)
                    .map(
                            (row, _) ->
                                    new PublicationWindow(
                                            lastSeq, row.getLong(1), row.getString(2)))
                    .findOne();
        }
    }

    /// Where the fence is, as the server of the handle sees it.
    enum FenceState {
        /// Another event may still appear in the window.
        AHEAD,
        /// No other event can appear in the window any more.
        PASSED,
        /// The server was promoted and never heard of the id, which the one before it had drawn for
        /// nothing but the fence. The window is of no use there.
        UNKNOWN
    }

    FenceState state(Handle handle) {
        try (Query query = handle.createQuery(STATE)) {
            return query.bind("fence", fence).mapTo(FenceState.class).one();
        }
    }

    /// The next events, without a gap.
    ///
    /// @return empty while another event may still appear between them
    Optional<List<StoredEvent>> page(Handle handle, PublishedTopic topic, int limit) {
        // The handle would keep a query that is not closed, and this handle stays open for days.
        try (Query query = handle.createQuery(PAGE)) {
            return query.bind("fence", fence)
                    .bind("lastSeq", lastSeq)
                    .bind("endSeq", endSeq)
                    .bind("types", topic.publishedTypes().toArray(String[]::new))
                    .bind("limit", limit)
                    .scanResultSet((rows, _) -> read(rows));
        }
    }

    private static Optional<List<StoredEvent>> read(Supplier<ResultSet> rows) throws SQLException {
        ResultSet found = rows.get();
        var page = new ArrayList<StoredEvent>();
        boolean isComplete = false;
        while (found.next()) {
            isComplete = found.getBoolean("is_passed");
            if (found.getObject("seq") != null) {
                page.add(StoredEvent.of(found));
            }
        }
        return isComplete ? Optional.of(page) : Optional.empty();
    }

    /// Moves the cursor past a page that was published, unless another instance has moved it.
    ///
    /// @return the rest of the window; empty when there is none, or when the cursor is elsewhere
    Optional<PublicationWindow> advance(Handle handle, List<StoredEvent> page, int limit) {
        // A page that is not full is the last of its window: other events have no published type.
        long seq = page.size() < limit ? endSeq : page.getLast().seq();
        int moved =
                handle.createUpdate(
                                "update event_publication set last_seq = :seq"
                                        + " where last_seq = :lastSeq")
                        .bind("seq", seq)
                        .bind("lastSeq", lastSeq)
                        .execute();
        return moved == 1 && seq < endSeq
                ? Optional.of(new PublicationWindow(seq, endSeq, fence))
                : Optional.empty();
    }
}
