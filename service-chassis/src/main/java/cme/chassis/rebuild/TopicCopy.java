package cme.chassis.rebuild;

import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.kafka.TopicProbe;
import cme.chassis.projector.BatchApplier;
import cme.chassis.projector.DeadLetters;
import cme.chassis.projector.Offsets;
import cme.chassis.projector.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdbi.v3.core.Jdbi;

/// Reads one topic from its beginning into the new tables, beside the consumers in use. After an
/// interruption it resumes at its offsets.
///
/// It stays connected until it is closed: nobody waits for a connection while the offsets in use
/// are locked.
final class TopicCopy<T> implements AutoCloseable {

    /// The topic lacks events that were applied already, so the tables in use cannot be rebuilt
    /// from it.
    static final class LacksEvents extends RuntimeException {
        private static final long serialVersionUID = 1;

        private LacksEvents(String message) {
            super(message, null, false, false);
        }

        static LacksEvents tooShort(String topic) {
            return new LacksEvents(
                    "Topic %s holds fewer events than were applied already. Its owner must replay it first."
                            .formatted(topic));
        }

        static LacksEvents publishedAgain(String topic, Instant since) {
            return new LacksEvents(
                    "Topic %s has lost events, and its owner has been publishing them again since %s. Rebuild after %s."
                            .formatted(topic, since, since.plus(PUBLISHING_AGAIN)));
        }
    }

    static final String OFFSETS = "projection_rebuild_offset";

    /// The time for which an owner may be publishing its log again: at 5,000 events a second, 18
    /// million of them.
    private static final Duration PUBLISHING_AGAIN = Duration.ofHours(1);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Rebuildable<T> projection;
    private final Shadow shadow;
    private final Jdbi jdbi;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicProbe probe;
    private final Offsets offsets = new Offsets(OFFSETS);
    private final BatchApplier<T> applier;

    /// @param settings settings of a consumer without a group
    TopicCopy(
            Rebuildable<T> projection,
            Jdbi jdbi,
            DeadLetters deadLetters,
            EventKeys keys,
            KafkaConnection kafka,
            Map<String, Object> settings) {
        this.projection = projection;
        this.shadow = new Shadow(projection.tables());
        this.jdbi = jdbi;
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.probe = kafka.probe();
        this.applier =
                new BatchApplier<>(
                        jdbi,
                        deadLetters,
                        keys,
                        offsets,
                        projection::read,
                        (tx, events) -> shadow.enter(tx, () -> projection.store(tx, events)));
    }

    @Override
    public void close() {
        consumer.close();
        probe.close();
    }

    String topic() {
        return projection.topic();
    }

    Rebuildable<T> projection() {
        return projection;
    }

    Shadow shadow() {
        return shadow;
    }

    /// Looks whether the topic has what was applied, as far as a consumer can see.
    ///
    /// @throws LacksEvents when its owner may still be publishing events that it has lost
    void requireWhole(Instant now, BooleanSupplier stopped) {
        topicId();
        FirstEvents first = FirstEvents.read(consumer, partitions(), stopped);
        if (first.isTruncated() || first.isEmpty() && jdbi.withHandle(shadow::isInUse)) {
            throw LacksEvents.tooShort(topic());
        }
        first.publishedAgainAt()
                .filter(since -> now.isBefore(since.plus(PUBLISHING_AGAIN)))
                .ifPresent(
                        since -> {
                            throw LacksEvents.publishedAgain(topic(), since);
                        });
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /// Reads the events that were applied to the tables in use, and no later ones: then a
    /// difference between the tables is a mistake and not an event that is on its way.
    ///
    /// @throws LacksEvents when the topic ends before the offset in use
    void readApplied(BooleanSupplier stopped) {
        // The offsets in use are read before the ends, so that they cannot be past them.
        String topicId = topicId();
        Map<TopicPartition, Long> applied = applied(topicId);
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        offsets.load(jdbi, partitions, topicId).forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        applied.forEach((p, next) -> requireWithin(next, ends.getOrDefault(p, 0L)));
        note(applied);
        while (!stopped.getAsBoolean() && isBefore(applied)) {
            var events = new ArrayList<ReceivedEvent>();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < applied.getOrDefault(partition, 0L)) {
                    events.add(ReceivedEvent.of(record));
                }
            }
            if (!events.isEmpty()) {
                applier.apply(events);
            }
        }
    }

    private void requireWithin(long applied, long end) {
        if (applied > end) {
            throw LacksEvents.tooShort(topic());
        }
    }

    private boolean isBefore(Map<TopicPartition, Long> to) {
        return to.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
    }

    /// @throws LacksEvents when the topic does not exist
    private String topicId() {
        return probe.id(topic()).orElseThrow(() -> LacksEvents.tooShort(topic()));
    }

    /// @throws LacksEvents when the offsets in use are those of a topic that is gone
    private Map<TopicPartition, Long> applied(String topicId) {
        var applied = new HashMap<TopicPartition, Long>();
        jdbi.useHandle(
                handle ->
                        handle.select(
                                        """
                                        select partition, next_offset, topic_id
                                        from projection_offset where topic = ?
                                        """,
                                        topic())
                                .map(
                                        (row, _) -> {
                                            String known = row.getString(3);
                                            if (known != null && !known.equals(topicId)) {
                                                throw LacksEvents.tooShort(topic());
                                            }
                                            return Map.entry(row.getInt(1), row.getLong(2));
                                        })
                                .forEach(
                                        entry ->
                                                applied.put(
                                                        new TopicPartition(topic(), entry.getKey()),
                                                        entry.getValue())));
        return applied;
    }

    private void note(Map<TopicPartition, Long> applied) {
        jdbi.useTransaction(
                handle -> {
                    for (Map.Entry<TopicPartition, Long> end : applied.entrySet()) {
                        handle.execute(
                                """
                                update projection_rebuild_offset set end_offset = ?
                                where topic = ? and partition = ?
                                """,
                                end.getValue(),
                                end.getKey().topic(),
                                end.getKey().partition());
                    }
                });
    }
}
