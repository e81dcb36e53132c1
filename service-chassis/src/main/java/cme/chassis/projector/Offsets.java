package cme.chassis.projector;

import cme.chassis.database.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Kafka offsets in the service's own database. They move by compare-and-set in the transaction of
/// the effect, so that a consumer that lost its partitions without noticing cannot commit anything.
/// Several threads may move offsets, each those of its own partitions.
public final class Offsets {

    /// Another instance has moved the offsets, so this consumer has lost the partition.
    public static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fenced() {
            super("Another instance has moved the offsets", null, false, false);
        }
    }

    private final String table;
    private final BiConsumer<Handle, TopicPartition> onRestart;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /// @param table with the columns `topic`, `partition`, `next_offset` and `topic_id`
    public Offsets(String table) {
        this(table, (_, _) -> {});
    }

    private Offsets(String table, BiConsumer<Handle, TopicPartition> onRestart) {
        this.table = table;
        this.onRestart = onRestart;
    }

    /// The offsets in use. Dead letters are told apart by their offsets, so those of a topic that
    /// is gone make room.
    static Offsets ofProjections(DeadLetters deadLetters) {
        return new Offsets("projection_offset", deadLetters::topicIsGone);
    }

    /// Reads the next offsets. A partition that is new to the table starts at 0, and so does one of
    /// a topic that was made again since.
    ///
    /// @param topicId Kafka's id of the topic of these partitions
    public Map<TopicPartition, Long> load(
            Jdbi jdbi, Collection<TopicPartition> partitions, String topicId) {
        next.clear();
        jdbi.useTransaction(
                handle -> {
                    for (TopicPartition partition : partitions) {
                        next.put(partition, load(handle, partition, topicId));
                    }
                });
        return Map.copyOf(next);
    }

    private long load(Handle transaction, TopicPartition partition, String topicId) {
        transaction.execute(
                """
                insert into %s (topic, partition, next_offset, topic_id) values (?, ?, 0, ?)
                on conflict do nothing
                """
                        .formatted(table),
                partition.topic(),
                partition.partition(),
                topicId);
        int restarted =
                transaction.execute(
                        "update %s set next_offset = 0 where topic = ? and partition = ? and topic_id <> ?"
                                .formatted(table),
                        partition.topic(),
                        partition.partition(),
                        topicId);
        if (restarted > 0) {
            onRestart.accept(transaction, partition);
        }
        transaction.execute(
                """
                update %s set topic_id = ?
                where topic = ? and partition = ? and topic_id is distinct from ?
                """
                        .formatted(table),
                topicId,
                partition.topic(),
                partition.partition(),
                topicId);
        return transaction
                .select(
                        "select next_offset from " + table + " where topic = ? and partition = ?",
                        partition.topic(),
                        partition.partition())
                .mapTo(Long.class)
                .one();
    }

    /// Moves the offsets to `moved`, all or none.
    ///
    /// @throws Fenced when one of them is not where this consumer left it
    void move(Handle transaction, Map<TopicPartition, Long> moved) {
        List<TopicPartition> partitions = moved.keySet().stream().toList();
        int updated =
                transaction
                        .createUpdate(
                                """
                                update %s o set next_offset = m.moved
                                from unnest(:topics::text[], :partitions::int[], :seen::bigint[],
                                            :moved::bigint[]) as m (topic, partition, seen, moved)
                                where o.topic = m.topic and o.partition = m.partition
                                  and o.next_offset = m.seen
                                """
                                        .formatted(table))
                        .bind("topics", Columns.of(partitions, TopicPartition::topic))
                        .bind("partitions", Columns.of(partitions, TopicPartition::partition))
                        .bind("seen", Columns.of(partitions, next::get))
                        .bind("moved", Columns.of(partitions, moved::get))
                        .execute();
        if (updated != moved.size()) {
            throw new Fenced();
        }
    }

    /// Notes that the transaction that moved the offsets has committed.
    void moved(Map<TopicPartition, Long> committed) {
        next.putAll(committed);
    }
}
