package cme.credit.privacy;

import cme.chassis.ChassisConfig;
import cme.chassis.database.LeaderThread;
import cme.chassis.database.Leadership;
import cme.credit.identity.PersonKeyRenewal;
import cme.credit.identity.PersonalDataStore;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;

/// Erases what was posted with rows that were settled long ago. One instance does it, some rows at
/// a time, so that nobody waits for it.
@Singleton
class Retention {
    private static final long LOCK = 0x6372_6564_6974_0002L;
    private static final int STEP = 2_000;
    private static final Duration TICK = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final List<PersonalDataStore> stores;
    private final PersonKeyRenewal renewal;
    private final RetentionSettings settings;
    private final Clock clock;
    private final LeaderThread thread;

    Retention(
            Jdbi jdbi,
            @All List<PersonalDataStore> stores,
            PersonKeyRenewal renewal,
            RetentionSettings settings,
            ChassisConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.stores = List.copyOf(stores);
        this.renewal = renewal;
        this.settings = settings;
        this.clock = clock;
        this.thread =
                new LeaderThread(
                        "retention", jdbi, LOCK, config.publisher().takeoverInterval(), this::work);
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        thread.stop();
    }

    private void work(Leadership leadership) {
        thread.begun();
        renewal.run();
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
    }
}
