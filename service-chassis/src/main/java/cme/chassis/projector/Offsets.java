package cme.chassis.projector;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Offsets in the service's own database. They move by compare-and-set in the transaction of the
/// effect, so that a consumer that lost its partitions without noticing cannot commit anything.
/// Several threads may move them, each its own partitions.
public final class Offsets {

    /// Somebody else moved the offsets: this consumer has lost the partition.
    public static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fenced() {
            super("another instance has moved the offsets", null, false, false);
        }
    }

    private final String table;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /// @param table with the columns `topic`, `partition` and `next_offset`
    public Offsets(String table) {
        this.table = table;
    }

    static Offsets ofProjections() {
        return new Offsets("projection_offset");
    }

    /// Reads where to go on; a partition that was never seen starts at 0.
    public Map<TopicPartition, Long> load(Jdbi jdbi, Collection<TopicPartition> partitions) {
        next.clear();
        jdbi.useHandle(
                handle -> {
                    for (var partition : partitions) {
                        next.put(partition, load(handle, partition));
                    }
                });
        return Map.copyOf(next);
    }

    private long load(Handle handle, TopicPartition partition) {
        handle.execute(
                """
                insert into %s (topic, partition, next_offset) values (?, ?, 0)
                on conflict do nothing
                """
                        .formatted(table),
                partition.topic(),
                partition.partition());
        return handle.select(
                        "select next_offset from " + table + " where topic = ? and partition = ?",
                        partition.topic(),
                        partition.partition())
                .mapTo(Long.class)
                .one();
    }

    /// Moves the partitions on to `moved`, all or none.
    ///
    /// @throws Fenced when one of them is not where this consumer left it
    void move(Handle transaction, Map<TopicPartition, Long> moved) {
        var partitions = moved.keySet().stream().toList();
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
                        .bind(
                                "topics",
                                partitions.stream()
                                        .map(TopicPartition::topic)
                                        .toArray(String[]::new))
                        .bind(
                                "partitions",
                                partitions.stream().mapToInt(TopicPartition::partition).toArray())
                        .bind("seen", partitions.stream().mapToLong(next::get).toArray())
                        .bind("moved", partitions.stream().mapToLong(moved::get).toArray())
                        .execute();
        if (updated != moved.size()) {
            throw new Fenced();
        }
    }

    /// The transaction that moved them has committed.
    void moved(Map<TopicPartition, Long> committed) {
        next.putAll(committed);
    }
}
