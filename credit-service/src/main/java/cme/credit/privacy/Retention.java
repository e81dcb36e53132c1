package cme.credit.privacy;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import cme.chassis.database.Outage;
import cme.credit.identity.PersonKeyRenewal;
import cme.credit.identity.PersonalDataStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Erases what was posted with rows that were settled long ago. One instance does it, some rows at
/// a time, so that nobody waits for it.
@Singleton
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final long LOCK = 0x6372_6564_6974_0002L;
    private static final int STEP = 2_000;
    private static final Duration TICK = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final List<PersonalDataStore> stores;
    private final PersonKeyRenewal renewal;
    private final RetentionSettings settings;
    private final Clock clock;
    private final MeterRegistry registry;
    private final LeaderThread thread;
    private final AtomicInteger unreadable = new AtomicInteger();
    private final AtomicReference<Instant> lastRun = new AtomicReference<>(Instant.EPOCH);

    Retention(
            Jdbi jdbi,
            @All List<PersonalDataStore> stores,
            PersonKeyRenewal renewal,
            RetentionSettings settings,
            ChassisConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.jdbi = jdbi;
        this.stores = List.copyOf(stores);
        this.renewal = renewal;
        this.settings = settings;
        this.clock = clock;
        this.registry = registry;
        this.thread =
                new LeaderThread(
                        "retention", jdbi, LOCK, config.publisher().takeoverInterval(), this::work);
    }

    void start(@Observes StartupEvent startup) {
        lastRun.set(clock.instant());
        registry.gauge("cme.retention.age.seconds", this, Retention::age);
        registry.gauge("cme.person.keys.unreadable", unreadable);
        thread.start();
    }

    /// The time since everything that was due was erased, in seconds; since the start in an
    /// instance that has not done it yet.
    private double age() {
        return Duration.between(lastRun.get(), clock.instant()).toSeconds();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.stop();
    }

    private void work(Leadership leadership) {
        thread.begun();
        renew();
        Instant next = Instant.MIN;
        while (!thread.isStopped()) {
            Instant now = clock.instant();
            if (!now.isBefore(next)) {
                leadership.verify();
                run();
                next = now.plus(settings.interval());
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /// Seals keys again after the key of the service was changed. Nothing that is wrong with a key
    /// keeps the rest from being done.
    void renew() {
        try {
            unreadable.set(renewal.run());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Keys of people are sealed again at the next start: %s",
                    Outage.isBehind(e) ? Outage.of(e) : e.getClass().getSimpleName());
        }
    }

    /// Erases everything that is due.
    void run() {
        Instant at = clock.instant();
        Instant before = at.minus(settings.posted());
        for (PersonalDataStore store : stores) {
            int outdated = STEP;
            while (outdated == STEP && !thread.isStopped()) {
                outdated = jdbi.inTransaction(t -> store.outdate(t, before, at, STEP));
            }
        }
        lastRun.set(at);
    }
}
