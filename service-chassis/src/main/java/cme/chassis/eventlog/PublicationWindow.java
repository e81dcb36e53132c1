package cme.chassis.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// What is to be published next: everything in the log behind the cursor and up to a sequence
/// number, of which some may not be committed yet. It is published in the order of the numbers. For
/// one subject that is the order in which its revisions were made, because a number is drawn when
/// the row is written, after the locks were taken.
///
/// A transaction that commits late has numbers lower than others that are there already, so a
/// number that is seen says nothing of those below it. But whoever has drawn one has taken a
/// transaction id before (a trigger sees to that). So when every transaction is over that has an id
/// lower than one drawn after looking, whatever will ever be in the window is there.
///
/// @param lastSeq the cursor: everything up to there is published
/// @param endSeq the highest number seen when it was opened
/// @param fence an id higher than that of every transaction that may have something in the window
record PublicationWindow(long lastSeq, long endSeq, String fence) {

    /// The id is drawn when there is something to publish, hence after the snapshot in which it was
    /// seen, and none is drawn for nothing.
    private static final String OPEN =
            """
            select p.last_seq, last.seq, pg_current_xact_id()::text
            from event_publication p, (select max(seq) as seq from event_log) as last
            where last.seq > p.last_seq
            """;

    /// One row without an event at least: it says whether the window is complete. Until it is,
    /// nothing is read.
    private static final String PAGE =
            """
            select fence.is_passed, entry.*
            from (select pg_snapshot_xmin(pg_current_snapshot()) >= :fence::xid8 as is_passed) as fence
            left join lateral (
                select * from (%s) as page where fence.is_passed) as entry on true
            order by entry.seq
            """
                    .formatted(StoredEvent.PAGE);

    /// @param handle outside of a transaction: an id that it keeps would hold the window back
    /// @return empty when nothing was logged since
    static Optional<PublicationWindow> open(Handle handle) {
        return handle.createQuery(OPEN)
                .map(
                        (row, _) ->
                                new PublicationWindow(
                                        row.getLong(1), row.getLong(2), row.getString(3)))
                .findOne();
    }

    /// The next events, without a gap.
    ///
    /// @return empty as long as something may still appear between them
    Optional<List<StoredEvent>> page(Handle handle, PublishedTopic topic, int limit) {
        // Closed here: what is scanned stays with its handle otherwise, and this one is kept for
        // days.
        try (var query = handle.createQuery(PAGE)) {
            return query.bind("fence", fence)
                    .bind("lastSeq", lastSeq)
                    .bind("endSeq", endSeq)
                    .bind("types", topic.types().toArray(String[]::new))
                    .bind("limit", limit)
                    .scanResultSet((rows, _) -> read(rows));
        }
    }

    private static Optional<List<StoredEvent>> read(Supplier<ResultSet> rows) throws SQLException {
        var found = rows.get();
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

    /// Moves the cursor on behind a page that was published, unless somebody else moved it in the
    /// meantime; then their place holds.
    ///
    /// @return what is left of the window; empty when nothing is, or when the cursor is elsewhere
    Optional<PublicationWindow> advance(Handle handle, List<StoredEvent> page, int limit) {
        // A short page was the last of its window, whatever else the window holds is not published.
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
