package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Leadership;
import cme.chassis.tracing.BatchSpans;
import cme.chassis.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The work of the leading publisher: new events and the running replay, page by page.
///
/// Kafka acknowledges an event before the cursor moves: a crash in between repeats events and never
/// loses one.
final class PublicationLoop {

    /// Events that wait for an unfinished transaction are looked for this often, because the end of
    /// that transaction may send no notification.
    private static final int HELD_BACK_POLL_MS = 5;

    /// A page of at least this many events is a sign that more are coming. They are gathered for a
    /// moment, because a page of ten costs PostgreSQL and Kafka about as much as one of a hundred.
    /// An event that comes alone does not wait.
    private static final int CROWD = 8;

    private static final Duration GATHERING = Duration.ofMillis(20);

    private final Leadership leadership;
    private final Handle handle;
    private final EventProducer producer;
    private final PublishedTopic topic;
    private final Tracing tracing;
    private final Clock clock;
    private final int pageSize;
    private final int pollMillis;

    PublicationLoop(
            Leadership leadership,
            EventProducer producer,
            PublishedTopic topic,
            Tracing tracing,
            Clock clock,
            ChassisConfig.Publisher config) {
        this.leadership = leadership;
        this.handle = leadership.handle();
        this.producer = producer;
        this.topic = topic;
        this.tracing = tracing;
        this.clock = clock;
        this.pageSize = config.pageSize();
        this.pollMillis = Math.toIntExact(config.pollInterval().toMillis());
    }

    /// Publishes until it is stopped; throws when Kafka or the database fails.
    void run(BooleanSupplier stopped) {
        Optional<PublicationWindow> rest = Optional.empty();
        while (!stopped.getAsBoolean()) {
            Optional<PublicationWindow> window = rest.or(() -> PublicationWindow.open(handle));
            Optional<List<StoredEvent>> page =
                    window.flatMap(open -> open.page(handle, topic, pageSize));
            rest = page.isPresent() ? publish(window.get(), page.get(), stopped) : window;
            // New events and the replay take turns, so that neither waits for the other.
            boolean isReplaying = replayPage(stopped);
            if (page.isEmpty() && !isReplaying) {
                leadership.awaitNotification(window.isEmpty() ? pollMillis : HELD_BACK_POLL_MS);
            }
        }
    }

    private Optional<PublicationWindow> publish(
            PublicationWindow window, List<StoredEvent> page, BooleanSupplier stopped) {
        send(page, false, stopped);
        Optional<PublicationWindow> rest = window.advance(handle, page, pageSize);
        if (page.size() >= CROWD && page.size() < pageSize) {
            LockSupport.parkNanos(GATHERING.toNanos());
        }
        return rest;
    }

    /// @return false when no replay is running
    private boolean replayPage(BooleanSupplier stopped) {
        Optional<ReplayCursor> running = ReplayCursor.ofRunning(handle);
        running.ifPresent(
                replay -> {
                    List<StoredEvent> page = replay.page(handle, topic, pageSize);
                    send(page, true, stopped);
                    replay.advance(handle, page, pageSize, clock.instant());
                });
        return running.isPresent();
    }

    private void send(List<StoredEvent> page, boolean replayed, BooleanSupplier stopped) {
        List<@Nullable String> parents = page.stream().map(StoredEvent::traceparent).toList();
        try (BatchSpans spans =
                tracing.batch("publish " + topic.name(), SpanKind.PRODUCER, parents)) {
            producer.send(page, replayed, spans, () -> requireLeadership(stopped));
        }
    }

    private void requireLeadership(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new IllegalStateException("Publishing is to end");
        }
        leadership.verify();
    }
}
