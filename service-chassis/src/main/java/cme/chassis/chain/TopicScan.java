package cme.chassis.chain;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads a topic up to where it ended when the reading began, without a consumer group.
final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIMEOUT_MS = 10_000;

    /// Polls without a record after which Kafka counts as out of reach: half a minute.
    private static final int MAX_EMPTY_POLLS = 150;

    private final String topic;
    private final KafkaConsumer<String, String> consumer;
    private final Map<TopicPartition, Long> ends;

    /// @throws TopicOutOfReach when Kafka cannot be reached or the topic does not exist
    TopicScan(Map<String, Object> connection, String topic) {
        this.topic = topic;
        this.consumer = reaching(() -> consumer(connection));
        try {
            ends = reaching(this::assign);
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /// Goes to the beginning.
    ///
    /// @return where the partitions end
    private Map<TopicPartition, Long> assign() {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return Map.copyOf(consumer.endOffsets(partitions));
    }

    private <T> T reaching(Supplier<T> call) {
        try {
            return call.get();
        } catch (KafkaException e) {
            throw new TopicOutOfReach(topic, e);
        }
    }

    /// Passes over all but the last records of each partition.
    void seekToTail(int records) {
        Map<TopicPartition, Long> beginnings =
                reaching(() -> consumer.beginningOffsets(ends.keySet()));
        ends.forEach(
                (partition, end) ->
                        consumer.seek(
                                partition, Math.max(beginnings.get(partition), end - records)));
    }

    /// The records up to the end, in order within a partition.
    Stream<ConsumerRecord<String, String>> records() {
        return batches()
                .flatMap(batch -> StreamSupport.stream(batch.spliterator(), false))
                .filter(
                        record ->
                                record.offset()
                                        < ends.get(
                                                new TopicPartition(
                                                        record.topic(), record.partition())));
    }

    private Stream<ConsumerRecords<String, String>> batches() {
        var batches =
                new AbstractSpliterator<ConsumerRecords<String, String>>(
                        Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(
                            Consumer<? super ConsumerRecords<String, String>> to) {
                        if (!reaching(TopicScan.this::isBeforeEnd)) {
                            return false;
                        }
                        to.accept(reaching(TopicScan.this::poll));
                        return true;
                    }
                };
        return StreamSupport.stream(batches, false);
    }

    private ConsumerRecords<String, String> poll() {
        for (int i = 0; i < MAX_EMPTY_POLLS; i++) {
            ConsumerRecords<String, String> polled = consumer.poll(POLL);
            if (!polled.isEmpty() || !isBeforeEnd()) {
                return polled;
            }
        }
        throw new TimeoutException("no record came");
    }

    private boolean isBeforeEnd() {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
