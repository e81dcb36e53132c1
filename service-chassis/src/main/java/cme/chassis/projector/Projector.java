package cme.chassis.projector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cme.chassis.database.Outage;
import cme.chassis.tracing.Tracing;

import io.opentelemetry.api.trace.SpanKind;

import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Runs one projection: takes events from Kafka in batches and applies each batch in one
/// transaction with its offsets, so that every event takes effect exactly once, whatever dies when.
///
/// Whenever something goes wrong that is not the fault of an event - the database is away, Kafka is
/// away, another instance has taken over - the consumer is closed and begins anew from the offsets
/// in the database.
final class Projector<T> {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Projection<T> projection;
    private final Jdbi jdbi;
    private final DeadLetters deadLetters;
    private final Map<String, Object> settings;
    private final ProjectionProgress progress;
    private final Tracing tracing;
    private final String span;
    private final Offsets offsets = new Offsets();
    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private Duration pause = FIRST_PAUSE;

    Projector(
            Projection<T> projection,
            Jdbi jdbi,
            DeadLetters deadLetters,
            Map<String, Object> settings,
            ProjectionProgress progress,
            Tracing tracing) {
        this.projection = projection;
        this.jdbi = jdbi;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.progress = progress;
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
            } catch (RuntimeException e) {
                progress.interrupted();
                LOG.warnf(
                        "Projection of %s pauses %d ms and goes on from its offsets: %s",
                        projection.topic(),
                        pause.toMillis(),
                        Outage.isBehind(e) ? Outage.of(e) : e.toString());
                LockSupport.parkNanos(pause.toNanos());
                pause =
                        pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0
                                ? pause.multipliedBy(2)
                                : MAX_PAUSE;
            }
        }
    }

    void stop() {
        stopped = true;
        var running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    private void consume() {
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            this.consumer = consumer;
            consumer.subscribe(List.of(projection.topic()), new Resume(consumer));
            while (!stopped) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    try (var _ = tracing.batch(span, SpanKind.CONSUMER, traces(records))) {
                        apply(events(records));
                    }
                    progress.applied(records.count(), latest(records));
                    pause = FIRST_PAUSE;
                }
                progress.polled(consumer);
            }
        } finally {
            this.consumer = null;
        }
    }

    private static List<@Nullable String> traces(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var traces = new ArrayList<@Nullable String>();
        records.forEach(
                record -> {
                    var header = record.headers().lastHeader(Tracing.TRACEPARENT);
                    traces.add(header == null ? null : new String(header.value(), US_ASCII));
                });
        return traces;
    }

    private static Instant latest(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        long latest = 0;
        for (var record : records) {
            latest = Math.max(latest, record.timestamp());
        }
        return Instant.ofEpochMilli(latest);
    }

    private static List<ReceivedEvent> events(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var events = new ArrayList<ReceivedEvent>();
        records.forEach(record -> events.add(ReceivedEvent.of(record)));
        return events;
    }

    private void apply(List<ReceivedEvent> events) {
        try {
            transact(events, this::applyReadable);
        } catch (Offsets.Fenced fenced) {
            throw fenced;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            applyOneByOne(events);
        }
    }

    /// One event of the batch is poison: finds out which, and lets the others pass in their order.
    private void applyOneByOne(List<ReceivedEvent> events) {
        for (var event : events) {
            try {
                transact(List.of(event), this::applyReadable);
            } catch (Offsets.Fenced fenced) {
                throw fenced;
            } catch (RuntimeException e) {
                if (Outage.isBehind(e)) {
                    throw e;
                }
                LOG.errorf(e, "Event at %s goes to the dead letters", place(event));
                transact(
                        List.of(event),
                        (handle, _) -> deadLetters.keep(handle, event, e.toString()));
            }
        }
    }

    private interface Effect {
        void apply(Handle transaction, List<ReceivedEvent> events);
    }

    private void transact(List<ReceivedEvent> events, Effect effect) {
        var moved = new HashMap<TopicPartition, Long>();
        events.forEach(
                e -> moved.put(new TopicPartition(e.topic(), e.partition()), e.offset() + 1));
        jdbi.useTransaction(
                handle -> {
                    offsets.move(handle, moved);
                    effect.apply(handle, events);
                });
        offsets.moved(moved);
    }

    private void applyReadable(Handle transaction, List<ReceivedEvent> events) {
        var readable = new ArrayList<T>(events.size());
        for (var event : events) {
            try {
                readable.add(projection.read(event));
            } catch (UnreadableEvent e) {
                LOG.errorf(
                        "Event at %s goes to the dead letters: %s", place(event), e.getMessage());
                deadLetters.keep(transaction, event, String.valueOf(e.getMessage()));
            }
        }
        if (!readable.isEmpty()) {
            projection.apply(transaction, readable);
        }
    }

    /// Applies an event that came earlier and is kept as a dead letter.
    ///
    /// @throws UnreadableEvent when it still cannot be read
    void retry(Handle transaction, ReceivedEvent event) throws UnreadableEvent {
        projection.apply(transaction, List.of(projection.read(event)));
    }

    boolean consumes(String topic) {
        return projection.topic().equals(topic);
    }

    private static String place(ReceivedEvent event) {
        return "%s-%d@%d".formatted(event.topic(), event.partition(), event.offset());
    }

    /// On every assignment the consumer goes on where the database says.
    private final class Resume implements ConsumerRebalanceListener {

        private final KafkaConsumer<?, ?> consumer;

        Resume(KafkaConsumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            offsets.load(jdbi, consumer.assignment()).forEach(consumer::seek);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            // Nothing is in flight between two polls.
        }
    }
}
