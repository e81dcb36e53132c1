package cme.benchmarks.stack;

import cme.stack.kafka.KafkaLogin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A topic of the broker.
///
/// @param login of a user who may do everything
public record Topic(KafkaLogin login, String name) {
    /// The topic of the ledger.
    public static final String COMPLETIONS = "credit.completions.v1";

    /// The number of partitions of the services' topics.
    private static final int PARTITIONS = 12;

    public void create() {
        var topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
        try (Admin admin = admin()) {
            answer(admin.createTopics(List.of(topic)).all());
        }
        Await.until("topic " + name, () -> !ends().isEmpty());
    }

    /// Waits until Kafka takes all consumers that a service has of it for dead.
    ///
    /// @param service consumes in a group that has its name and the topic's
    public void awaitNoConsumer(String service) {
        String group = service + "." + name;
        try (Admin admin = admin()) {
            Await.until(
                    "the end of group " + group,
                    () ->
                            answer(admin.describeConsumerGroups(List.of(group)).all())
                                    .get(group)
                                    .members()
                                    .isEmpty());
        }
    }

    private Admin admin() {
        return Admin.create(Map.copyOf(login.settings()));
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka refused what topic " + name + " needs", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The offset after the last event of each partition.
    public Map<TopicPartition, Long> ends() {
        try (var consumer = consumer(1)) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /// The number of events ever sent to the topic.
    public long size() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /// Reads all partitions; of no group.
    ///
    /// @param batch events that one poll gives at most
    public KafkaConsumer<byte[], byte[]> consumer(int batch) {
        var settings = new HashMap<String, Object>(login.settings());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", batch);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }
}
