package cme.chassis.eventlog;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Replays of the event log. One runs at a time. The instance that publishes works on it beside new
/// events; when another instance takes over, it resumes the replay.
@Singleton
public class Replays {

    /// The replay that a request led to.
    ///
    /// @param isNew false when the replay was running already
    public record Requested(Replay replay, boolean isNew) {}

    private static final String COLUMNS =
            " id, since, requested_at, requested_by, done, total, finished_at ";

    private static final String REQUEST =
            """
            with covered as (
                select min(seq) as first, max(seq) as last, count(*) as total
                from event_log, event_publication published
                where seq <= published.last_seq and type = any(:types)
                  and (:since::timestamptz is null or seq >= (
                      select min(seq) from event_log where recorded_at >= :since::timestamptz)))
            insert into event_replay
                (requested_at, requested_by, since, last_seq, end_seq, total)
            select :at, :by, :since, coalesce(first - 1, 0), coalesce(last, 0), total
            from covered
            on conflict ((true)) where finished_at is null do nothing
            returning
            """
                    + COLUMNS;

    private static final String RESTART =
            """
            update event_replay r
            set since = null, last_seq = 0, done = 0, end_seq = covered.last, total = covered.total
            from (
                select coalesce(max(seq), 0) as last, count(*) as total
                from event_log, event_publication published
                where seq <= published.last_seq and type = any(:types)) as covered
            where r.finished_at is null
            """;

    private static final String LATEST =
            "select" + COLUMNS + "from event_replay order by id desc limit 1";

    private final Jdbi jdbi;
    private final CommitNotifier notifier;
    private final Clock clock;

    Replays(Jdbi jdbi, CommitNotifier notifier, Clock clock) {
        this.jdbi = jdbi;
        this.notifier = notifier;
        this.clock = clock;
    }

    /// Requests a replay of the topic, or returns the one that is running.
    ///
    /// @param from the replay covers events recorded since then; null for all
    public Requested request(PublishedTopic topic, @Nullable Instant from, String by) {
        return jdbi.inTransaction(
                handle -> {
                    Optional<Replay> running = latest(handle).filter(r -> r.finishedAt() == null);
                    if (running.isPresent()) {
                        return new Requested(running.get(), false);
                    }
                    handle.afterCommit(notifier::notifyPublisher);
                    return insert(handle, topic, from, by)
                            .map(replay -> new Requested(replay, true))
                            // Another request was faster.
                            .orElseGet(() -> new Requested(latest(handle).orElseThrow(), false));
                });
    }

    /// Has the whole topic published again, in the transaction of the handle. A replay that is
    /// running begins again.
    void requestWhole(Handle transaction, PublishedTopic topic, String by) {
        int restarted =
                transaction
                        .createUpdate(RESTART)
                        .bind("types", topic.publishedTypes().toArray(String[]::new))
                        .execute();
        if (restarted == 0) {
            insert(transaction, topic, null, by);
        }
        transaction.afterCommit(notifier::notifyPublisher);
    }

    private Optional<Replay> insert(
            Handle handle, PublishedTopic topic, @Nullable Instant from, String by) {
        return handle.createQuery(REQUEST)
                .bind("types", topic.publishedTypes().toArray(String[]::new))
                .bind("since", from == null ? null : from.atOffset(ZoneOffset.UTC))
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .map((row, _) -> replay(row))
                .findOne();
    }

    /// The replay that was requested last.
    public Optional<Replay> latest() {
        return jdbi.withHandle(Replays::latest);
    }

    private static Optional<Replay> latest(Handle handle) {
        return handle.createQuery(LATEST).map((row, _) -> replay(row)).findOne();
    }

    private static Replay replay(ResultSet row) throws SQLException {
        Instant finishedAt = instant(row, "finished_at");
        return new Replay(
                row.getLong("id"),
                finishedAt == null ? Replay.State.RUNNING : Replay.State.COMPLETE,
                instant(row, "since"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                row.getLong("done"),
                row.getLong("total"),
                finishedAt);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
