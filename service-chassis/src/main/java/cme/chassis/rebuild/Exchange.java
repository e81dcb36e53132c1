package cme.chassis.rebuild;

import cme.chassis.projector.DeadLetters;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The last step of a rebuild, one transaction: what is in use becomes what the topics give. Nobody
/// ever sees a half of it, and a crash leaves everything as it was.
///
/// The offsets in use are locked meanwhile, so that nothing is applied to what is being compared;
/// reading and recording go on. Where the rebuild has read further than the consumers in use they
/// are moved on; the one that had the partition fails its next compare-and-set and resumes there.
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

    private static final String MOVE_ON =
            """
            insert into projection_offset (topic, partition, next_offset)
            select topic, partition, next_offset from projection_rebuild_offset
            where topic = any(:topics)
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            where projection_offset.next_offset < excluded.next_offset
            """;

    /// Comparing tables of many millions of rows takes minutes.
    private static final int PATIENCE_MS = 30 * 60 * 1_000;

    private static final String PATIENCE =
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

    /// Reads what came in since the topics were read, with the offsets in use locked, and
    /// exchanges.
    void perform(long rebuild, List<TopicCopy<?>> copies, BooleanSupplier stopped) {
        jdbi.useHandle(
                handle ->
                        patiently(
                                handle,
                                () ->
                                        handle.useTransaction(
                                                tx -> perform(tx, rebuild, copies, stopped))));
    }

    private void perform(
            Handle transaction, long rebuild, List<TopicCopy<?>> copies, BooleanSupplier stopped) {
        transaction.execute(PATIENCE);
        var asked = rebuilds.lockRunning(transaction, rebuild);
        if (asked.isPresent()) {
            lockOffsets(transaction, copies);
            copies.forEach(copy -> copy.readToEnd(stopped));
            if (!stopped.getAsBoolean()) {
                requireNotBehind(transaction, copies);
                exchange(transaction, rebuild, copies);
                deadLetters.appliedByRebuild(transaction, TopicCopy.OFFSETS, asked.get());
            }
        }
    }

    /// Lets the database be silent for longer than a request would wait for it.
    private static void patiently(Handle handle, Runnable task) {
        var connection = handle.getConnection();
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MS);
            try {
                task.run();
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The connection is gone", e);
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
            throw new IllegalStateException("the rebuild has read less than is in use");
        }
    }

    private static String[] topics(List<TopicCopy<?>> copies) {
        return copies.stream().map(TopicCopy::topic).toArray(String[]::new);
    }

    private void exchange(Handle transaction, long rebuild, List<TopicCopy<?>> copies) {
        // Comparing takes long, so it comes before the locks of the services.
        var differences = new LinkedHashMap<TopicCopy<?>, Shadow.Difference>();
        copies.forEach(copy -> differences.put(copy, copy.shadow().difference(transaction)));
        differences.forEach(
                (copy, difference) ->
                        copy.projection()
                                .exchange(
                                        transaction,
                                        difference.subjects(),
                                        () -> copy.shadow().exchange(transaction)));
        transaction.createUpdate(MOVE_ON).bind("topics", topics(copies)).execute();
        copies.forEach(copy -> copy.shadow().drop(transaction));
        rebuilds.complete(
                transaction,
                rebuild,
                differences.values().stream().mapToLong(Shadow.Difference::removed).sum(),
                differences.values().stream().mapToLong(Shadow.Difference::added).sum());
    }
}
