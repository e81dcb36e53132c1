package cme.chassis.eventlog;

import cme.chassis.tracing.BatchSpans;
import cme.chassis.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Sends log entries as CloudEvents in Kafka's binary mode, in order.
///
/// A record never expires while the producer lives: it would be overtaken by the next one of its
/// partition. Giving up means closing the producer and starting again from the cursor.
final class EventProducer implements AutoCloseable {

    /// Called while waiting for acknowledgements; throws when waiting has become pointless.
    interface StillWanted {
        void check();
    }

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int BATCH_BYTES = 128 * 1024;

    private final KafkaProducer<String, String> producer;
    private final String topic;
    private final String source;

    /// @param maxMessageBytes what the topic takes
    EventProducer(
            Map<String, Object> connection, String topic, String source, int maxMessageBytes) {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A broker that knows nothing of a producer yet takes whatever number comes first. With two
        // requests under way, the first could be sent back while the broker starts and the second
        // taken: events in the wrong order, and the first one refused for ever.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, Math.min(BATCH_BYTES, maxMessageBytes));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxMessageBytes);
        this.producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        this.topic = topic;
        this.source = source;
    }

    String topic() {
        return topic;
    }

    /// Sends the page and waits until all of it is acknowledged.
    void send(List<StoredEvent> page, BatchSpans spans, StillWanted stillWanted) {
        var sent = new ArrayList<Future<RecordMetadata>>(page.size());
        for (var entry : page) {
            sent.add(producer.send(record(entry, spans.traceparent(entry.traceparent()))));
        }
        for (var acknowledgement : sent) {
            await(acknowledgement, stillWanted);
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement, StillWanted stillWanted) {
        while (true) {
            try {
                acknowledgement.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException notYet) {
                stillWanted.check();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while publishing", e);
            }
        }
    }

    private ProducerRecord<String, String> record(StoredEvent entry, @Nullable String traceparent) {
        var record = new ProducerRecord<>(topic, entry.key(), entry.payload());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", entry.eventId().toString());
        header(record, "ce_type", entry.type());
        header(record, "ce_source", source);
        header(record, "ce_subject", entry.key());
        header(record, "ce_time", entry.recordedAt().toString());
        header(record, "content-type", "application/json");
        if (traceparent != null) {
            header(record, Tracing.TRACEPARENT, traceparent);
        }
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// Drops what is not acknowledged; it stands in the log and is sent again.
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
