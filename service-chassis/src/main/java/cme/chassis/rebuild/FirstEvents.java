package cme.chassis.rebuild;

import cme.chassis.kafka.ReplayMark;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// The first event of each partition of a topic. It tells when the topic was deleted or truncated
/// and its owner began to publish everything again: the first event has the mark of a replay. How
/// far the owner is, only the owner knows.
///
/// @param isEmpty true when the topic has no events
/// @param isTruncated true when a partition had events and has none
/// @param publishedAgainAt when the first of them came to Kafka, the latest of all partitions;
///   empty when they were published for the first time
record FirstEvents(boolean isEmpty, boolean isTruncated, Optional<Instant> publishedAgainAt) {

    private static final Duration POLL = Duration.ofMillis(200);

    /// @param consumer is left without partitions
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
                    Instant at = Instant.ofEpochMilli(event.timestamp());
                    latest = ReplayMark.isOn(event) && at.isAfter(latest) ? at : latest;
                }
            }
        }
        consumer.unsubscribe();
        return new FirstEvents(
                filled.isEmpty(),
                isTruncated,
                Optional.of(latest).filter(at -> at.isAfter(Instant.MIN)));
    }
}
