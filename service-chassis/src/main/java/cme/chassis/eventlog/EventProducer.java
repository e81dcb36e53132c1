package cme.chassis.eventlog;

import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.kafka.ReplayMark;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Sends stored events as CloudEvents in Kafka's binary mode, in order.
///
/// A record never expires while the producer lives, because the next one of its partition would
/// overtake it. To give up, the producer is closed and another one starts at the cursor.
final class EventProducer implements AutoCloseable {

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int BATCH_BYTES = 128 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final EventKeys keys;
    private final PublishedTopic topic;
    private final String source;
    private final TopicWatch watch;

    /// @param source the attribute `source` of the CloudEvents
    /// @param watch is told what Kafka has acknowledged
    EventProducer(
            KafkaConnection kafka,
            EventKeys keys,
            PublishedTopic topic,
            String source,
            TopicWatch watch) {
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
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.keys = keys;
        this.topic = topic;
        this.source = source;
        this.watch = watch;
    }

    /// Sends the page and waits until all of it is acknowledged.
    ///
    /// @param replayed marks them as published once more
    /// @param verifyLeadership is run once a second meanwhile and throws to end the waiting
    void send(
            List<StoredEvent> page, boolean replayed, BatchSpans spans, Runnable verifyLeadership) {
        var sent = new ArrayList<Future<RecordMetadata>>(page.size());
        for (StoredEvent event : page) {
            var record = record(event, spans.traceparent(event.traceparent()));
            if (replayed) {
                ReplayMark.put(record);
            }
            sent.add(producer.send(record));
        }
        sent.forEach(
                acknowledgement -> watch.acknowledged(await(acknowledgement, verifyLeadership)));
    }

    private static RecordMetadata await(
            Future<RecordMetadata> acknowledgement, Runnable verifyLeadership) {
        while (true) {
            try {
                return acknowledgement.get(1, TimeUnit.SECONDS);
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

    private ProducerRecord<String, byte[]> record(StoredEvent event, @Nullable String traceparent) {
        PublishedTopic taking = topic.taking(event.type());
        byte[] payload = event.payload().getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(taking.name(), event.key(), payload);
        keys.sign(taking.name(), event.key(), attributes(event, taking), payload)
                .forEach((name, value) -> header(record, name, value));
        if (traceparent != null) {
            header(record, Tracing.TRACEPARENT, traceparent);
        }
        return record;
    }

    private Map<String, String> attributes(StoredEvent event, PublishedTopic taking) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", event.eventId().toString(),
                "ce_type", event.type(),
                "ce_source", source,
                "ce_subject", event.key(),
                "ce_dataschema", taking.schemas().get(event.type()),
                "ce_time", event.recordedAt().toString(),
                "content-type", "application/json");
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
