package cme.chassis.kafka;

import static cme.chassis.kafka.KafkaConnection.answer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Looks at topics, over one connection.
public final class TopicProbe implements AutoCloseable {

    private final Admin admin;

    TopicProbe(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    /// @return empty when the topic does not exist
    /// @throws IllegalStateException when Kafka cannot be reached or refuses
    public Optional<TopicState> state(String topic) {
        try {
            TopicDescription found = answer(description(topic));
            List<TopicPartition> partitions =
                    found.partitions().stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .toList();
            return Optional.of(
                    new TopicState(
                            found.topicId().toString(),
                            offsets(partitions, OffsetSpec.earliest()),
                            offsets(partitions, OffsetSpec.latest())));
        } catch (UnknownTopicOrPartitionException _) {
            return Optional.empty();
        }
    }

    private Map<Integer, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(one -> one, _ -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found = answer(admin.listOffsets(asked).all());
        var offsets = new HashMap<Integer, Long>();
        found.forEach((partition, at) -> offsets.put(partition.partition(), at.offset()));
        return offsets;
    }

    /// The id of the topic.
    ///
    /// @return empty when the topic does not exist
    /// @throws IllegalStateException when Kafka cannot be reached or refuses
    public Optional<String> id(String topic) {
        try {
            return Optional.of(answer(description(topic)).topicId().toString());
        } catch (UnknownTopicOrPartitionException _) {
            return Optional.empty();
        }
    }

    /// The id of the topic, without waiting for it.
    public CompletableFuture<String> idSoon(String topic) {
        return description(topic)
                .thenApply(found -> found.topicId().toString())
                .toCompletionStage()
                .toCompletableFuture();
    }

    private KafkaFuture<TopicDescription> description(String topic) {
        return admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
