package cme.chassis.rebuild;

import cme.chassis.projector.DeadLetters;
import cme.chassis.projector.Intake;
import cme.chassis.projector.Offsets;
import cme.chassis.projector.ReceivedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdbi.v3.core.Jdbi;

/// Reads one topic from its beginning into the new tables, beside the consumers of the group, and
/// goes on where it stopped.
final class TopicCopy<T> {

    /// The topic ends before what was applied: what is in use could not be made from it.
    static final class TooShort extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooShort(String topic) {
            super(
                    "Topic %s holds less than was applied already. Have it replayed by its owner first."
                            .formatted(topic),
                    null,
                    false,
                    false);
        }
    }

    static final String OFFSETS = "projection_rebuild_offset";

    private static final Duration POLL = Duration.ofMillis(200);

    private final Rebuildable<T> projection;
    private final Shadow shadow;
    private final Jdbi jdbi;
    private final Map<String, Object> settings;
    private final Offsets offsets = new Offsets(OFFSETS);
    private final Intake<T> intake;

    /// @param settings of a consumer without a group
    TopicCopy(
            Rebuildable<T> projection,
            Jdbi jdbi,
            DeadLetters deadLetters,
            Map<String, Object> settings) {
        this.projection = projection;
        this.shadow = new Shadow(projection.tables());
        this.jdbi = jdbi;
        this.settings = settings;
        this.intake =
                new Intake<>(
                        jdbi,
                        deadLetters,
                        offsets,
                        projection::read,
                        (tx, events) -> shadow.enter(tx, () -> projection.store(tx, events)));
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

    /// Reads on to where the topic ends now.
    ///
    /// @throws TooShort when that is before what is applied in use
    void readToEnd(BooleanSupplier stopped) {
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            // In this order: what is applied while it is looked is not past the end.
            var applied = applied();
            var partitions =
                    consumer.partitionsFor(topic()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            offsets.load(jdbi, partitions).forEach(consumer::seek);
            var ends = consumer.endOffsets(partitions);
            applied.forEach((p, next) -> requireWithin(next, ends.getOrDefault(p, 0L)));
            note(ends);
            while (!stopped.getAsBoolean() && isBefore(consumer, ends)) {
                var events = new ArrayList<ReceivedEvent>();
                consumer.poll(POLL).forEach(record -> events.add(ReceivedEvent.of(record)));
                if (!events.isEmpty()) {
                    intake.take(events);
                }
            }
        }
    }

    private void requireWithin(long applied, long end) {
        if (applied > end) {
            throw new TooShort(topic());
        }
    }

    private static boolean isBefore(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
    }

    private Map<TopicPartition, Long> applied() {
        var applied = new HashMap<TopicPartition, Long>();
        jdbi.useHandle(
                handle ->
                        handle.select(
                                        """
                                        select partition, next_offset from projection_offset
                                        where topic = ?
                                        """,
                                        topic())
                                .map((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
                                .forEach(
                                        entry ->
                                                applied.put(
                                                        new TopicPartition(topic(), entry.getKey()),
                                                        entry.getValue())));
        return applied;
    }

    private void note(Map<TopicPartition, Long> ends) {
        jdbi.useTransaction(
                handle -> {
                    for (var end : ends.entrySet()) {
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
