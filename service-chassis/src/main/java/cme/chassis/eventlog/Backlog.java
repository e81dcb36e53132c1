package cme.chassis.eventlog;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What is committed and not published yet.
///
/// @param events counted up to 100,000
/// @param oldest when the first of them was recorded; null when there is none
record Backlog(long events, @Nullable Instant oldest) {

    static final Backlog NONE = new Backlog(0, null);

    /// The cursor is read first, as a value: joined to the log, it would have all of the log read
    /// to compare each row with it.
    private static final String COUNT =
            """
            select count(*), min(recorded_at) from (
                select recorded_at from event_log
                where seq > (select last_seq from event_publication) and type = any(:types)
                order by seq
                limit 100000) as waiting
            """;

    static Backlog of(Handle handle, PublishedTopic topic) {
        return handle.createQuery(COUNT)
                .bind("types", topic.types().toArray(String[]::new))
                .map((row, _) -> new Backlog(row.getLong(1), instant(row.getTimestamp(2))))
                .one();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /// For how long the oldest of them has waited; zero when there is none.
    Duration age(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
