package cme.chassis.kafka;

import cme.chassis.ChassisConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The connection settings of all Kafka clients of the service (`kafka.*` of the configuration),
/// and the topics that the service owns.
@Singleton
public class KafkaConnection {

    private static final int TIMEOUT_MS = 10_000;

    private final Map<String, Object> settings;
    private final ChassisConfig.Topics topics;

    KafkaConnection(
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            ChassisConfig config) {
        this.settings = Map.copyOf(settings);
        this.topics = config.topics();
    }

    public Map<String, Object> settings() {
        return settings;
    }

    /// The largest message that the topics of this service accept, in bytes.
    public int maxMessageBytes() {
        return Math.toIntExact(topics.maxMessageSize().asLongValue());
    }

    /// Creates the topic unless it exists. Its events are kept for ever and not compacted, because
    /// compaction could keep a late repetition instead of the last revision. An existing topic is
    /// changed to accept messages as large as this service writes.
    ///
    /// @throws IllegalStateException when Kafka cannot be reached
    public void ensureTopic(String name) {
        Map<String, String> config =
                Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxMessageBytes()),
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE);
        var topic = new NewTopic(name, topics.partitions(), topics.replicationFactor());
        try (var admin = Admin.create(adminSettings())) {
            if (!isCreated(admin, topic.configs(config))) {
                TopicLimit.of(name, admin).raiseTo(maxMessageBytes());
            }
        }
    }

    /// Looks at topics until it is closed.
    public TopicProbe probe() {
        return new TopicProbe(adminSettings());
    }

    /// @return false when the topic exists
    private static boolean isCreated(Admin admin, NewTopic topic) {
        try {
            answer(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException _) {
            return false;
        }
    }

    /// @throws IllegalStateException when Kafka cannot be reached or refuses
    /// @throws TopicExistsException as Kafka says
    /// @throws UnknownTopicOrPartitionException as Kafka says
    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("Kafka refuses: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private Map<String, Object> adminSettings() {
        var admin = new HashMap<>(settings);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        return admin;
    }
}
