package cme.chassis.eventlog;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/// Everything in the log up to a sequence number, of which some may not be committed yet.
///
/// A transaction that commits late has numbers lower than others that are there already, so a
/// number that is seen says nothing of those below it. But whoever has drawn one has taken a
/// transaction id before (a trigger sees to that). So when every transaction is over that has an id
/// lower than one drawn after looking, whatever will ever be in the window is there.
///
/// @param endSeq the highest number seen when it was opened
/// @param fence an id higher than that of every transaction that may have something in the window
record PublicationWindow(long endSeq, String fence) {

    /// The id is drawn when there is a row to answer, hence after the snapshot in which it was
    /// seen, and none is drawn for nothing.
    private static final String OPEN =
            """
            select last.seq, pg_current_xact_id()::text
            from (select max(seq) as seq from event_log) as last
            where last.seq > :lastSeq
            """;

    private static final String IS_COMPLETE =
            "select pg_snapshot_xmin(pg_current_snapshot()) >= :fence::xid8";

    /// @param handle outside of a transaction: an id that it keeps would hold the window back
    /// @return empty when nothing was logged since
    static Optional<PublicationWindow> openAfter(Handle handle, PublicationCursor cursor) {
        return handle.createQuery(OPEN)
                .bind("lastSeq", cursor.lastSeq())
                .map((row, _) -> new PublicationWindow(row.getLong(1), row.getString(2)))
                .findOne();
    }

    boolean isBehind(PublicationCursor cursor) {
        return endSeq <= cursor.lastSeq();
    }

    /// Whether nothing can appear in it any more.
    boolean isComplete(Handle handle) {
        return handle.createQuery(IS_COMPLETE).bind("fence", fence).mapTo(Boolean.class).one();
    }
}
