package cme.chassis.eventlog;

import cme.chassis.kafka.KafkaConnection;
import cme.chassis.tracing.BatchSpans;
import cme.chassis.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/// Sends stored events as CloudEvents in Kafka's binary mode, in order.
///
/// A record never expires while the producer lives, because the next one of its partition would
/// overtake it. To give up, the producer is closed and another one starts at the cursor.
final class EventProducer implements AutoCloseable {

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int BATCH_BYTES = 128 * 1024;

    private final KafkaProducer<String, String> producer;
    private final PublishedTopic topic;
    private final String source;

    /// @param source the attribute `source` of the CloudEvents
    EventProducer(KafkaConnection kafka, PublishedTopic topic, String source) {
        int maxMessageBytes = kafka.maxMessageBytes();
        var settings = new HashMap<>(kafka.settings());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A broker that does not know a producer yet accepts any first number. With two requests in
        // flight, a broker that starts could reject the first and accept the second: the events
        // would be in the wrong order and the first one refused for ever.
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

    /// Sends the page and waits until all of it is acknowledged.
    ///
    /// @param verifyLeadership is run once a second meanwhile and throws to end the waiting
    void send(List<StoredEvent> page, BatchSpans spans, Runnable verifyLeadership) {
        var sent = new ArrayList<Future<RecordMetadata>>(page.size());
        for (StoredEvent event : page) {
            sent.add(producer.send(record(event, spans.traceparent(event.traceparent()))));
        }
        sent.forEach(acknowledgement -> await(acknowledgement, verifyLeadership));
    }

    private static void await(Future<RecordMetadata> acknowledgement, Runnable verifyLeadership) {
        while (true) {
            try {
                acknowledgement.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException notYet) {
                verifyLeadership.run();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while publishing", e);
            }
        }
    }

    private ProducerRecord<String, String> record(StoredEvent event, @Nullable String traceparent) {
        PublishedTopic taking = topic.taking(event.type());
        var record = new ProducerRecord<>(taking.name(), event.key(), event.payload());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.eventId().toString());
        header(record, "ce_type", event.type());
        header(record, "ce_source", source);
        header(record, "ce_subject", event.key());
        header(record, "ce_dataschema", taking.schemas().get(event.type()));
        header(record, "ce_time", event.recordedAt().toString());
        header(record, "content-type", "application/json");
        if (traceparent != null) {
            header(record, Tracing.TRACEPARENT, traceparent);
        }
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// Drops the events that are not acknowledged. They are in the log and are sent again.
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
