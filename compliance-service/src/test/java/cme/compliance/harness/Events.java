package cme.compliance.harness;

import static cme.test.waiting.Waiting.await;

import cme.chassis.kafka.EventKeys;
import cme.test.stack.TestKafka;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Publishes events of the other services and waits until this service has applied them.
@Singleton
public class Events {

    public static final String COMPLETIONS = "credit.completions.v1";
    public static final String ACTIVITIES = "catalog.activities.v1";
    public static final String IDENTITIES = "credit.identities.v1";

    private final EventKeys keys;
    private final Jdbi jdbi;
    private KafkaProducer<String, String> producer;

    Events(EventKeys keys, Jdbi jdbi) {
        this.keys = keys;
        this.jdbi = jdbi;
    }

    /// Sends an event and waits until the projector has passed it.
    public void publish(String topic, String type, String key, JsonNode value) {
        awaitApplied(List.of(send(topic, type, key, value.toString())));
    }

    private void awaitApplied(List<RecordMetadata> sent) {
        for (RecordMetadata at : sent) {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> nextOffset(at.topic(), at.partition()) > at.offset());
        }
    }

    public RecordMetadata send(String topic, String type, String key, String value) {
        var record = new ProducerRecord<>(topic, key, value);
        keys.sign(topic, key, Map.of("ce_type", type), value.getBytes(StandardCharsets.UTF_8))
                .forEach(
                        (name, text) ->
                                record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer().send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends revisions of completions, each under the key of its diplomate, and waits for all.
    public void completions(JsonNode... values) {
        awaitApplied(Stream.of(values).map(this::sendCompletion).toList());
    }

    private RecordMetadata sendCompletion(JsonNode value) {
        boolean withdrawn = value.get("status").asText().equals("WITHDRAWN");
        String type =
                withdrawn
                        ? "withdrawn"
                        : value.get("revision").asInt() == 1 ? "recorded" : "corrected";
        return send(
                COMPLETIONS,
                "cme.credit.completion." + type,
                value.get("diplomateId").asText(),
                value.toString());
    }

    public void activity(JsonNode value) {
        activities(value);
    }

    /// Sends revisions of activities and waits for all.
    public void activities(JsonNode... values) {
        awaitApplied(
                Stream.of(values)
                        .map(
                                value ->
                                        send(
                                                ACTIVITIES,
                                                "cme.catalog.activity.updated",
                                                value.get("code").asText(),
                                                value.toString()))
                        .toList());
    }

    /// Tells that a number is merged, or somebody's own again.
    ///
    /// @param into null for a separation
    public void merge(String number, @Nullable String into, int revision, String recordedAt) {
        String type = into == null ? "separated" : "merged";
        publish(
                IDENTITIES,
                "cme.credit.identity." + type,
                number,
                EventFixtures.merge(number, into, revision, recordedAt));
    }

    private long nextOffset(String topic, int partition) {
        return jdbi.withHandle(
                handle ->
                        handle.select(
                                        "select next_offset from projection_offset where topic = ? and partition = ?",
                                        topic,
                                        partition)
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(0L));
    }

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            TestKafka.ensureTopic(COMPLETIONS);
            TestKafka.ensureTopic(ACTIVITIES);
            TestKafka.ensureTopic(IDENTITIES);
            var settings = new HashMap<>(TestKafka.settings());
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    void close(@Observes ShutdownEvent shutdown) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
