package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.tracing.Tracing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Publishes the event log to Kafka. Every instance of a service runs a publisher; the one that
/// leads publishes, and another takes over when its connection is lost.
@Singleton
public class Publisher {

    private static final long LOCK = 0x434d455f4c4f47L;

    private final KafkaConnection kafka;
    private final Tracing tracing;
    private final Clock clock;
    private final ChassisConfig.Publisher config;
    private final Instance<PublishedTopic> topic;
    private final TopicContinuity continuity;
    private final EventKeys keys;
    private final String source;
    private final LeaderThread thread;

    Publisher(
            Jdbi jdbi,
            KafkaConnection kafka,
            Tracing tracing,
            Clock clock,
            ChassisConfig config,
            Instance<PublishedTopic> topic,
            TopicContinuity continuity,
            EventKeys keys,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.kafka = kafka;
        this.tracing = tracing;
        this.clock = clock;
        this.config = config.publisher();
        this.topic = topic;
        this.continuity = continuity;
        this.keys = keys;
        this.source = "/" + application;
        this.thread =
                new LeaderThread(
                        "event-log-publisher",
                        jdbi,
                        LOCK,
                        this.config.takeoverInterval(),
                        this::publish);
    }

    void start(@Observes StartupEvent startup) {
        if (topic.isResolvable() && config.enabled()) {
            topic.get().all().forEach(published -> keys.require(published.name()));
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.stop();
    }

    /// True while this is the instance that publishes.
    public boolean isLeading() {
        return thread.isLeading();
    }

    private void publish(Leadership leadership) {
        PublishedTopic published = topic.get();
        continuity.restore(published);
        Handle handle = leadership.handle();
        handle.execute("listen " + CommitNotifier.CHANNEL);
        // Repeating events after a crash is allowed, so the cursor need not be flushed.
        handle.execute("set synchronous_commit = off");
        thread.begun();
        try (var watch = continuity.watch(published);
                var producer = new EventProducer(kafka, keys, published, source, watch)) {
            new PublicationLoop(leadership, producer, published, tracing, clock, config)
                    .run(() -> thread.isStopped() || watch.hasSeenLoss());
        }
    }
}
