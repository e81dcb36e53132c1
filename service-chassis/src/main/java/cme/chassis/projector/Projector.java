package cme.chassis.projector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cme.chassis.database.Outage;
import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Runs one projection: it takes events from Kafka in batches and applies each batch in one
/// transaction with its offsets, so that every event takes effect exactly once, also after a crash.
/// If more than one batch waits, two batches of different partitions are applied at the same time.
///
/// After a failure that is not the fault of an event (the database or Kafka is away, another
/// instance has taken over), the consumer is closed and a new one starts at the offsets in the
/// database.
final class Projector<T> {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Projection<T> projection;
    private final Jdbi jdbi;
    private final Map<String, Object> settings;
    private final ProjectionProgress progress;
    private final int batchSize;
    private final Tracing tracing;
    private final String span;
    private final KafkaConnection kafka;
    private final Duration checkInterval;
    private final Offsets offsets;
    private final BatchApplier<T> applier;
    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private Duration pause = FIRST_PAUSE;

    Projector(
            Projection<T> projection,
            Jdbi jdbi,
            DeadLetters deadLetters,
            EventKeys keys,
            KafkaConnection kafka,
            Map<String, Object> settings,
            int batchSize,
            Duration checkInterval,
            ProjectionProgress progress,
            Tracing tracing) {
        this.projection = projection;
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.checkInterval = checkInterval;
        this.offsets = Offsets.ofProjections(deadLetters);
        this.applier =
                new BatchApplier<>(
                        jdbi, deadLetters, keys, offsets, projection::read, this::project);
        this.settings = settings;
        this.progress = progress;
        this.batchSize = batchSize;
        this.tracing = tracing;
        this.span = "project " + projection.topic();
    }

    ProjectionProgress progress() {
        return progress;
    }

    void run() {
        while (!stopped) {
            try {
                consume();
            } catch (WakeupException _) {
                // The service stops.
            } catch (TopicIdentity.MadeAgain e) {
                // What was applied stays right, so nothing is interrupted.
                LOG.warnf("%s and is read from its beginning", e.getMessage());
            } catch (RuntimeException e) {
                progress.interrupted();
                LOG.warnf(
                        "Projection of %s pauses %d ms and resumes at its offsets: %s",
                        projection.topic(),
                        pause.toMillis(),
                        Outage.isBehind(e) ? Outage.of(e) : e.toString());
                if (!stopped) {
                    LockSupport.parkNanos(pause.toNanos());
                }
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(MAX_PAUSE) < 0 ? doubled : MAX_PAUSE;
            }
        }
    }

    void stop() {
        stopped = true;
        KafkaConsumer<?, ?> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    private void consume() {
        try (var identity = new TopicIdentity(projection.topic(), kafka, checkInterval);
                var consumer =
                        new KafkaConsumer<>(
                                settings,
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())) {
            this.consumer = consumer;
            consumer.subscribe(List.of(projection.topic()), new Resume(consumer, identity));
            while (!stopped) {
                identity.verify();
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                progress.fetched(consumer, batchSize);
                if (!records.isEmpty()) {
                    PartitionBatches.of(records, batchSize).run(this::apply);
                    progress.applied(records.count(), latest(records));
                    pause = FIRST_PAUSE;
                }
                progress.polled(consumer);
            }
        } finally {
            this.consumer = null;
        }
    }

    private void apply(List<ConsumerRecord<byte[], byte[]>> batch) {
        try (var _ = tracing.batch(span, SpanKind.CONSUMER, traces(batch))) {
            applier.apply(batch.stream().map(ReceivedEvent::of).toList());
        }
    }

    private static List<@Nullable String> traces(List<ConsumerRecord<byte[], byte[]>> records) {
        var traces = new ArrayList<@Nullable String>();
        records.forEach(
                record -> {
                    Header header = record.headers().lastHeader(Tracing.TRACEPARENT);
                    boolean none = header == null || header.value() == null;
                    traces.add(none ? null : new String(header.value(), US_ASCII));
                });
        return traces;
    }

    private static Instant latest(ConsumerRecords<byte[], byte[]> records) {
        long latest = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            latest = Math.max(latest, record.timestamp());
        }
        return Instant.ofEpochMilli(latest);
    }

    private void project(Handle transaction, List<T> events) {
        if (progress.isFarBehind()) {
            projection.applyBehind(transaction, events);
        } else {
            projection.apply(transaction, events);
        }
    }

    /// Applies the event of a dead letter.
    ///
    /// @throws UnreadableEvent when it still cannot be read
    void apply(Handle transaction, ReceivedEvent event) throws UnreadableEvent {
        applier.applyAgain(transaction, event);
    }

    boolean consumes(String topic) {
        return projection.topic().equals(topic);
    }

    /// Sets the consumer to the offsets in the database whenever partitions are assigned.
    private final class Resume implements ConsumerRebalanceListener {

        private final KafkaConsumer<?, ?> consumer;
        private final TopicIdentity identity;

        Resume(KafkaConsumer<?, ?> consumer, TopicIdentity identity) {
            this.consumer = consumer;
            this.identity = identity;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            // A topic that is gone has no partitions and no id.
            if (!consumer.assignment().isEmpty()) {
                offsets.load(jdbi, consumer.assignment(), identity.establish())
                        .forEach(consumer::seek);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            // Nothing is in flight between two polls.
        }
    }
}
