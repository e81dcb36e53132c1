package cme.chassis.projector;

import cme.chassis.kafka.KafkaConnection;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Sends dead letters to the topic `<topic>.dead-letter`, each with its reason, partition and
/// offset.
@Singleton
class DeadLetterProducer {

    private static final int TIMEOUT_MS = 10_000;

    private final KafkaConnection kafka;
    private final Set<String> topics = new HashSet<>();
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetterProducer(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /// Sends a dead letter and waits until Kafka has acknowledged it.
    ///
    /// @throws DeadLetters.NotTaken when Kafka is away
    synchronized void send(ReceivedEvent event, String reason) {
        try {
            ProducerRecord<byte[], byte[]> record = record(event, event.value(), reason);
            if (!isTaken(record)) {
                // The topic of another service may allow larger messages. The table holds the
                // value.
                ProducerRecord<byte[], byte[]> empty = record(event, null, reason);
                empty.headers().add("value-left-out", bytes("true"));
                isTaken(empty);
            }
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            // The topic may have been deleted.
            topics.clear();
            throw new DeadLetters.NotTaken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetters.NotTaken(e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            ReceivedEvent event, byte @Nullable [] value, String reason) {
        String topic = event.topic() + ".dead-letter";
        var record = new ProducerRecord<>(topic, bytes(event.key()), value);
        record.headers()
                .add("ce_type", bytes(event.type()))
                .add("reason", bytes(reason))
                .add("partition", bytes(Integer.toString(event.partition())))
                .add("offset", bytes(Long.toString(event.offset())));
        return record;
    }

    /// @return false when the record is too large
    private boolean isTaken(ProducerRecord<byte[], byte[]> record)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            producerTo(record.topic()).send(record).get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw e;
        }
    }

    private KafkaProducer<byte[], byte[]> producerTo(String topic) {
        if (!topics.contains(topic)) {
            kafka.ensureTopic(topic);
            topics.add(topic);
        }
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            settings(), new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka.settings());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, kafka.maxMessageBytes());
        return settings;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    synchronized void stop(@Observes ShutdownEvent shutdown) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
