package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Outage;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Brings the event log to Kafka. Every instance of a service runs one; the one that holds the lock
/// publishes. The lock is of the session, so it dies with the connection and another takes over.
///
/// An event is acknowledged by Kafka before the cursor moves: a crash in between repeats events and
/// never loses one.
@Singleton
public class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);

    /// The key of the advisory lock; any number, as long as all instances agree.
    private static final long LOCK = 0x434d455f4c4f47L;

    /// While a transaction that is still running holds events back there is no notification to wait
    /// for.
    private static final int HELD_BACK_POLL_MS = 5;

    /// Where so many events make a page, more are coming: they are gathered for a moment, because a
    /// page of ten costs PostgreSQL and Kafka about as much as one of a hundred. An event that
    /// comes alone does not wait.
    private static final int CROWD = 8;

    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final KafkaConnection kafka;
    private final Tracing tracing;
    private final Clock clock;
    private final ChassisConfig config;
    private final @Nullable PublishedTopic topic;
    private final String source;
    private volatile boolean stopped;
    private volatile boolean leading;
    private @Nullable Thread thread;

    Publisher(
            Jdbi jdbi,
            KafkaConnection kafka,
            Tracing tracing,
            Clock clock,
            ChassisConfig config,
            Instance<PublishedTopic> topic,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.tracing = tracing;
        this.clock = clock;
        this.config = config;
        this.topic = topic.isResolvable() ? topic.get() : null;
        this.source = "/" + application;
    }

    void start(@Observes StartupEvent startup) {
        if (topic != null && config.publisher().enabled()) {
            thread = Thread.ofPlatform().name("event-log-publisher").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /// True while this is the instance that publishes.
    public boolean isLeading() {
        return leading;
    }

    /// Committed events that Kafka has not acknowledged yet; counted up to 100,000.
    public long unpublished() {
        return backlog().events();
    }

    /// For how long the oldest of them has waited; zero when there is none.
    public Duration oldestUnpublished() {
        return backlog().age(clock.instant());
    }

    private Backlog backlog() {
        return topic == null ? Backlog.NONE : jdbi.withHandle(handle -> Backlog.of(handle, topic));
    }

    private void run() {
        while (!stopped) {
            try (var handle = jdbi.open()) {
                if (!lead(handle)) {
                    pause(config.publisher().takeoverInterval());
                }
            } catch (RuntimeException | SQLException e) {
                LOG.warnf("Publishing pauses and starts again from its cursor: %s", reason(e));
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private static String reason(Exception failure) {
        return Outage.isBehind(failure) ? Outage.of(failure) : String.valueOf(failure.getMessage());
    }

    /// @return false when another instance publishes
    private boolean lead(Handle handle) throws SQLException {
        if (!handle.select("select pg_try_advisory_lock(?)", LOCK).mapTo(Boolean.class).one()) {
            return false;
        }
        try {
            kafka.ensureTopic(topic.name());
            handle.execute("listen " + CommitNotifier.CHANNEL);
            // Repeating events after a crash is allowed, so the cursor need not be flushed.
            handle.execute("set synchronous_commit = off");
            leading = true;
            publish(handle);
            return true;
        } finally {
            leading = false;
            giveBack(handle);
        }
    }

    private void publish(Handle handle) throws SQLException {
        try (var outlet =
                new EventProducer(
                        kafka.settings(), topic.name(), source, kafka.maxMessageBytes())) {
            @Nullable PublicationWindow window = null;
            while (!stopped) {
                if (window == null) {
                    window = PublicationWindow.open(handle).orElse(null);
                }
                int limit = config.publisher().pageSize();
                var page = window == null ? null : window.page(handle, topic, limit).orElse(null);
                if (page != null) {
                    send(handle, outlet, page);
                    window = window.advance(handle, page, limit).orElse(null);
                    if (page.size() >= CROWD && page.size() < limit) {
                        pause(GATHERING);
                    }
                }
                // A page of the replay between two pages of what is new: neither waits for the
                // other.
                if (!replayPage(handle, outlet) && page == null) {
                    await(handle, window == null ? pollMillis() : HELD_BACK_POLL_MS);
                }
            }
        }
    }

    private int pollMillis() {
        return Math.toIntExact(config.publisher().pollInterval().toMillis());
    }

    /// @return false when no replay is running
    private boolean replayPage(Handle handle, EventProducer outlet) {
        var replay = ReplayCursor.ofRunning(handle);
        if (replay.isEmpty()) {
            return false;
        }
        int limit = config.publisher().pageSize();
        var page = replay.get().page(handle, topic, limit);
        send(handle, outlet, page);
        replay.get().advance(handle, page, limit, clock.instant());
        return true;
    }

    private void send(Handle handle, EventProducer outlet, List<StoredEvent> page) {
        var traces = page.stream().map(StoredEvent::traceparent).toList();
        try (var spans = tracing.batch("publish " + outlet.topic(), SpanKind.PRODUCER, traces)) {
            outlet.send(page, spans, () -> stillLeading(handle));
        }
    }

    private void stillLeading(Handle handle) {
        if (stopped) {
            throw new IllegalStateException("the service stops");
        }
        handle.execute("select 1");
    }

    private static void await(Handle handle, int millis) throws SQLException {
        handle.getConnection().unwrap(PGConnection.class).getNotifications(millis);
    }

    /// The connection goes back to a pool: it must not keep the lock or the subscription.
    private static void giveBack(Handle handle) {
        try {
            handle.execute("select pg_advisory_unlock_all()");
            handle.execute("unlisten *");
            handle.execute("reset synchronous_commit");
        } catch (RuntimeException e) {
            LOG.debugf("The connection is gone and the lock with it: %s", e);
        }
    }

    private void pause(Duration time) {
        if (!stopped) {
            LockSupport.parkNanos(time.toNanos());
        }
    }
}
