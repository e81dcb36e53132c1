package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Leadership;
import cme.chassis.database.Outage;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.tracing.Tracing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Publishes the event log to Kafka. Every instance of a service runs a publisher; the one that
/// leads publishes, and another takes over when its connection is lost.
@Singleton
public class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final long LOCK = 0x434d455f4c4f47L;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final KafkaConnection kafka;
    private final Tracing tracing;
    private final Clock clock;
    private final ChassisConfig.Publisher config;
    private final Instance<PublishedTopic> topic;
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
        this.config = config.publisher();
        this.topic = topic;
        this.source = "/" + application;
    }

    void start(@Observes StartupEvent startup) {
        if (topic.isResolvable() && config.enabled()) {
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

    private void run() {
        while (!stopped) {
            try {
                Optional<Leadership> acquired = Leadership.tryAcquire(jdbi, LOCK);
                if (acquired.isPresent()) {
                    lead(acquired.get());
                } else {
                    pause(config.takeoverInterval());
                }
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Publishing pauses and resumes at its cursor: %s",
                        Outage.isBehind(e) ? Outage.of(e) : e.getMessage());
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void lead(Leadership acquired) {
        try (acquired) {
            PublishedTopic published = topic.get();
            kafka.ensureTopic(published.name());
            Handle handle = acquired.handle();
            handle.execute("listen " + CommitNotifier.CHANNEL);
            // Repeating events after a crash is allowed, so the cursor need not be flushed.
            handle.execute("set synchronous_commit = off");
            leading = true;
            try (var producer = new EventProducer(kafka, published, source)) {
                new PublicationLoop(acquired, producer, published, tracing, clock, config)
                        .run(() -> stopped);
            }
        } finally {
            leading = false;
        }
    }

    private void pause(Duration time) {
        if (!stopped) {
            LockSupport.parkNanos(time.toNanos());
        }
    }
}
