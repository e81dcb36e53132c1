package cme.chassis.rebuild;

import cme.chassis.projector.DeadLetters;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The last step of a rebuild: one transaction makes the tables in use equal to the rebuilt ones.
/// No reader sees a part of it, and a crash leaves everything unchanged.
///
/// The offsets in use are locked meanwhile, so that no event is applied to the tables that are
/// being compared. Requests go on. The rebuild has read the same events as the consumers in use, so
/// every difference is a mistake that is corrected.
@Singleton
class Exchange {

    private static final String LOCK_OFFSETS =
            """
            select next_offset from projection_offset where topic = any(:topics)
            order by topic, partition for update
            """;

    private static final String IS_BEHIND =
            """
            select exists (
                select from projection_offset o
                left join projection_rebuild_offset r using (topic, partition)
                where o.topic = any(:topics) and o.next_offset > coalesce(r.next_offset, 0))
            """;

    /// Covers the comparison of tables of many millions of rows, which takes minutes.
    private static final int TIMEOUT_MS = 30 * 60 * 1_000;

    private static final String LONG_TIMEOUTS =
            "set local statement_timeout = '30min';"
                    + " set local idle_in_transaction_session_timeout = '30min'";

    private final Jdbi jdbi;
    private final Rebuilds rebuilds;
    private final DeadLetters deadLetters;

    Exchange(Jdbi jdbi, Rebuilds rebuilds, DeadLetters deadLetters) {
        this.jdbi = jdbi;
        this.rebuilds = rebuilds;
        this.deadLetters = deadLetters;
    }

    /// Locks the offsets in use, reads the events that were applied meanwhile, and exchanges the
    /// rows.
    void perform(long rebuild, List<TopicCopy<?>> copies, BooleanSupplier stopped) {
        jdbi.useHandle(
                handle ->
                        withLongTimeout(
                                handle,
                                () ->
                                        handle.useTransaction(
                                                tx -> perform(tx, rebuild, copies, stopped))));
    }

    private void perform(
            Handle transaction, long rebuild, List<TopicCopy<?>> copies, BooleanSupplier stopped) {
        transaction.execute(LONG_TIMEOUTS);
        Optional<OffsetDateTime> requestedAt = rebuilds.lockRunning(transaction, rebuild);
        if (requestedAt.isPresent()) {
            lockOffsets(transaction, copies);
            copies.forEach(copy -> copy.readApplied(stopped));
            if (!stopped.getAsBoolean()) {
                requireNotBehind(transaction, copies);
                exchange(transaction, rebuild, copies);
                deadLetters.appliedByRebuild(transaction, TopicCopy.OFFSETS, requestedAt.get());
            }
        }
    }

    /// Runs the task with a network time-out that is longer than that of a request.
    private static void withLongTimeout(Handle handle, Runnable task) {
        Connection connection = handle.getConnection();
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, TIMEOUT_MS);
            try {
                task.run();
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The connection is lost", e);
        }
    }

    private static void lockOffsets(Handle transaction, List<TopicCopy<?>> copies) {
        transaction
                .createQuery(LOCK_OFFSETS)
                .bind("topics", topics(copies))
                .mapTo(Long.class)
                .list();
    }

    private static void requireNotBehind(Handle transaction, List<TopicCopy<?>> copies) {
        if (transaction
                .createQuery(IS_BEHIND)
                .bind("topics", topics(copies))
                .mapTo(Boolean.class)
                .one()) {
            throw new IllegalStateException("The rebuild has read less than the consumers in use");
        }
    }

    private static String[] topics(List<TopicCopy<?>> copies) {
        return copies.stream().map(TopicCopy::topic).toArray(String[]::new);
    }

    private void exchange(Handle transaction, long rebuild, List<TopicCopy<?>> copies) {
        // The comparison takes long, so it comes before the service takes its locks.
        var differences = new LinkedHashMap<TopicCopy<?>, Shadow.Difference>();
        copies.forEach(copy -> differences.put(copy, copy.shadow().difference(transaction)));
        differences.forEach(
                (copy, difference) ->
                        copy.projection()
                                .exchange(
                                        transaction,
                                        difference.subjects(),
                                        () -> copy.shadow().exchange(transaction)));
        copies.forEach(copy -> copy.shadow().drop(transaction));
        rebuilds.complete(
                transaction,
                rebuild,
                differences.values().stream().mapToLong(Shadow.Difference::removed).sum(),
                differences.values().stream().mapToLong(Shadow.Difference::added).sum());
    }
}
