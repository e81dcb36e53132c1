package cme.chassis.projector;

import cme.chassis.ChassisConfig;
import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.tracing.Tracing;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Runs every projection of the service from start to shutdown, each in a thread and a consumer
/// group of its own.
@Singleton
public class Projectors {

    /// The number of heartbeats in a session time-out, so that one or two may be lost.
    private static final int HEARTBEATS = 3;

    private static final int REQUEST_TIMEOUT_MS = 15_000;

    /// Small, a few hundred events, so that one fetch returns events of several partitions.
    private static final int PARTITION_FETCH_BYTES = 256 * 1024;

    private final List<Projector<?>> projectors;
    private final List<Thread> threads = new ArrayList<>();
    private final Jdbi jdbi;
    private final DeadLetters deadLetters;
    private final EventKeys keys;
    private final Tracing tracing;
    private final Clock clock;
    private final boolean enabled;

    Projectors(
            @All List<Projection<?>> projections,
            Jdbi jdbi,
            KafkaConnection kafka,
            DeadLetters deadLetters,
            EventKeys keys,
            Tracing tracing,
            Clock clock,
            ChassisConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.jdbi = jdbi;
        this.deadLetters = deadLetters;
        this.keys = keys;
        this.tracing = tracing;
        this.clock = clock;
        this.enabled = config.projector().enabled();
        this.projectors =
                projections.stream()
                        .<Projector<?>>map(p -> projector(p, kafka, config, application))
                        .toList();
    }

    private <T> Projector<T> projector(
            Projection<T> projection,
            KafkaConnection kafka,
            ChassisConfig chassis,
            String application) {
        ChassisConfig.Projector config = chassis.projector();
        String group = config.group().orElse(application) + "." + projection.topic();
        return new Projector<>(
                projection,
                jdbi,
                deadLetters,
                keys,
                kafka,
                settings(kafka.settings(), config, group),
                config.batchSize(),
                chassis.topics().checkInterval(),
                new ProjectionProgress(projection.topic(), clock),
                tracing);
    }

    private static Map<String, Object> settings(
            Map<String, Object> connection, ChassisConfig.Projector config, String group) {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                PartitionBatches.THREADS * config.batchSize());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        int sessionMs = Math.toIntExact(config.sessionTimeout().toMillis());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMs);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMs / HEARTBEATS);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2 * REQUEST_TIMEOUT_MS);
        return settings;
    }

    void start(@Observes StartupEvent startup) {
        if (!enabled) {
            return;
        }
        projectors.forEach(projector -> keys.require(projector.progress().topic()));
        for (Projector<?> projector : projectors) {
            String name = "projector-" + projector.progress().topic();
            threads.add(Thread.ofPlatform().name(name).daemon().start(projector::run));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        projectors.forEach(Projector::stop);
        threads.forEach(LockSupport::unpark);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    public List<ProjectionProgress> progress() {
        return projectors.stream().map(Projector::progress).toList();
    }

    /// Applies the event of a dead letter.
    ///
    /// @throws UnreadableEvent when it still cannot be read
    void apply(Handle transaction, ReceivedEvent event) throws UnreadableEvent {
        projector(event.topic()).apply(transaction, event);
    }

    private Projector<?> projector(String topic) {
        return projectors.stream().filter(p -> p.consumes(topic)).findFirst().orElseThrow();
    }
}
