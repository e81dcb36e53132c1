package cme.chassis.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// The first event of each partition of a topic. It tells when the topic was deleted or truncated
/// and its owner began to publish everything again: the first event came to Kafka long after it was
/// recorded. How far the owner is, only the owner knows.
///
/// @param isEmpty true when the topic has no events
/// @param isTruncated true when a partition had events and has none
/// @param publishedAgainAt when the first of them came to Kafka, the latest of all partitions;
///   empty when they were published for the first time
record FirstEvents(boolean isEmpty, boolean isTruncated, Optional<Instant> publishedAgainAt) {

    /// An event that came to Kafka sooner after it was recorded was published for the first time.
    private static final Duration FIRST_TIME = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofMillis(200);

    /// @param consumer is left at other offsets
    static FirstEvents read(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            BooleanSupplier stopped) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<TopicPartition> filled =
                partitions.stream().filter(p -> begins.get(p) < ends.get(p)).toList();
        boolean isTruncated =
                partitions.stream().anyMatch(p -> begins.get(p) > 0 && !filled.contains(p));
        Set<TopicPartition> open = new HashSet<>(filled);
        Instant latest = Instant.MIN;
        while (!open.isEmpty() && !stopped.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                var partition = new TopicPartition(event.topic(), event.partition());
                if (open.remove(partition)) {
                    consumer.pause(List.of(partition));
                    Instant at = publishedAgainAt(event).orElse(latest);
                    latest = at.isAfter(latest) ? at : latest;
                }
            }
        }
        return new FirstEvents(
                filled.isEmpty(),
                isTruncated,
                Optional.of(latest).filter(at -> at.isAfter(Instant.MIN)));
    }

    private static Optional<Instant> publishedAgainAt(ConsumerRecord<?, ?> event) {
        Instant published = Instant.ofEpochMilli(event.timestamp());
        return recordedAt(event)
                .filter(recorded -> recorded.plus(FIRST_TIME).isBefore(published))
                .map(_ -> published);
    }

    private static Optional<Instant> recordedAt(ConsumerRecord<?, ?> event) {
        Header time = event.headers().lastHeader("ce_time");
        if (time == null || time.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(new String(time.value(), UTF_8)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
