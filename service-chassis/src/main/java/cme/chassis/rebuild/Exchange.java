package cme.chassis.rebuild;

import cme.chassis.projector.DeadLetters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The last step of a rebuild: one transaction makes the tables in use equal to the rebuilt ones.
/// No reader sees a part of it, and a crash leaves everything unchanged.
///
/// The rows were compared before, and only those that differed are compared again here. The offsets
/// in use are locked meanwhile, so that no event is applied to the tables that are being compared.
/// Requests go on. The rebuild has read the same events as the consumers in use, so every
/// difference is a mistake that is corrected.
@Singleton
class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

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

    /// Covers the exchange of very many rows, as after a field was added to all events.
    private static final Duration LIMIT = Duration.ofMinutes(30);

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
        LongTransaction.run(
                jdbi, LIMIT, transaction -> perform(transaction, rebuild, copies, stopped));
    }

    private void perform(
            Handle transaction, long rebuild, List<TopicCopy<?>> copies, BooleanSupplier stopped) {
        Optional<OffsetDateTime> requestedAt = rebuilds.lockRunning(transaction, rebuild);
        if (requestedAt.isPresent()) {
            lockOffsets(transaction, copies);
            long locked = System.nanoTime();
            copies.forEach(copy -> copy.readApplied(stopped));
            if (!stopped.getAsBoolean()) {
                requireNotBehind(transaction, copies);
                exchange(transaction, rebuild, copies);
                deadLetters.appliedByRebuild(transaction, TopicCopy.OFFSETS, requestedAt.get());
                LOG.infof(
                        "The rebuild exchanges what differs; events have waited for %d ms",
                        Duration.ofNanos(System.nanoTime() - locked).toMillis());
            }
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
        // Before the service takes its locks, so that they are held for the exchange alone.
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
