package cme.chassis.rebuild;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Leadership;
import cme.chassis.database.Outage;
import cme.chassis.kafka.EventKeys;
import cme.chassis.kafka.KafkaConnection;
import cme.chassis.projector.DeadLetters;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Runs the rebuild that was requested. Every instance of a service has a rebuilder; the one that
/// leads works, and another resumes the rebuild after a crash. If two ever work at the same time,
/// the compare-and-set of the offsets stops one of them.
@Singleton
class Rebuilder {

    private static final Logger LOG = Logger.getLogger(Rebuilder.class);

    private static final long LOCK = 0x434d455f52454255L;

    private final Jdbi jdbi;
    private final Rebuilds rebuilds;
    private final Exchange exchange;
    private final Clock clock;
    private final List<Rebuildable<?>> projections;
    private final Function<Rebuildable<?>, TopicCopy<?>> connected;
    private final Duration interval;
    private final boolean enabled;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    Rebuilder(
            @All List<Rebuildable<?>> projections,
            Jdbi jdbi,
            KafkaConnection kafka,
            DeadLetters deadLetters,
            EventKeys keys,
            Rebuilds rebuilds,
            Exchange exchange,
            Clock clock,
            ChassisConfig config) {
        this.jdbi = jdbi;
        this.rebuilds = rebuilds;
        this.exchange = exchange;
        this.clock = clock;
        Map<String, Object> settings = settings(kafka.settings(), config.projector());
        this.connected = p -> new TopicCopy<>(p, jdbi, deadLetters, keys, kafka, settings);
        this.projections =
                projections.stream()
                        .sorted(Comparator.<Rebuildable<?>, String>comparing(Rebuildable::topic))
                        .toList();
        this.interval = config.projector().rebuildInterval();
        this.enabled = config.projector().enabled();
    }

    private static Map<String, Object> settings(
            Map<String, Object> connection, ChassisConfig.Projector config) {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        return settings;
    }

    void start(@Observes StartupEvent startup) {
        if (enabled && !projections.isEmpty()) {
            thread = Thread.ofPlatform().name("projection-rebuild").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            LockSupport.unpark(thread);
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopped) {
            try {
                rebuilds.running().ifPresent(this::workAlone);
            } catch (RuntimeException e) {
                LOG.warnf(
                        "The rebuild pauses and resumes at its offsets: %s",
                        Outage.isBehind(e) ? Outage.of(e) : e.toString());
            }
            if (!stopped) {
                LockSupport.parkNanos(interval.toNanos());
            }
        }
    }

    private void workAlone(long rebuild) {
        Leadership.tryAcquire(jdbi, LOCK)
                .ifPresent(
                        leadership -> {
                            try (leadership) {
                                work(rebuild);
                            }
                        });
    }

    private void work(long rebuild) {
        List<TopicCopy<?>> copies = projections.stream().<TopicCopy<?>>map(connected).toList();
        try {
            work(rebuild, copies);
        } finally {
            copies.forEach(TopicCopy::close);
        }
    }

    private void work(long rebuild, List<TopicCopy<?>> copies) {
        prepare(rebuild, copies);
        try {
            copies.forEach(copy -> copy.requireWhole(clock.instant(), () -> stopped));
            copies.forEach(copy -> copy.readApplied(() -> stopped));
            if (!stopped) {
                copies.forEach(copy -> copy.shadow().compare(jdbi));
            }
            // The consumers in use wait only while the rest is read, during the exchange.
            copies.forEach(copy -> copy.readApplied(() -> stopped));
            if (!stopped) {
                exchange.perform(rebuild, copies, () -> stopped);
            }
        } catch (TopicCopy.LacksEvents e) {
            LOG.errorf("The rebuild failed and nothing was changed: %s", e.getMessage());
            rebuilds.fail(rebuild, String.valueOf(e.getMessage()));
        }
    }

    private void prepare(long rebuild, List<TopicCopy<?>> copies) {
        jdbi.useTransaction(
                handle -> {
                    if (rebuilds.prepare(handle, rebuild)) {
                        handle.execute("delete from " + TopicCopy.OFFSETS);
                        copies.forEach(copy -> copy.shadow().create(handle));
                    }
                });
    }
}
