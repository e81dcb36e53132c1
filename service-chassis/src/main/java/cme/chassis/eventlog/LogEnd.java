package cme.chassis.eventlog;

import cme.chassis.ChassisConfig;
import cme.chassis.database.Notifications;
import cme.chassis.database.Outage;
import cme.chassis.eventlog.PublicationWindow.FenceState;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The sequence number up to which the log can be read without a gap: no transaction that is still
/// running can commit a lower one. It is found with the fence of [PublicationWindow], and does not
/// depend on Kafka.
///
/// One thread of each instance follows the log for all that wait there, and only while somebody
/// waits. Those that wait hold no connection.
@Singleton
public class LogEnd {

    private static final Logger LOG = Logger.getLogger(LogEnd.class);

    /// Events that wait for an unfinished transaction are looked for this often.
    private static final int HELD_BACK_POLL_MS = 5;

    /// A look waits this long for short transactions that are just being committed.
    private static final int LOOK_ATTEMPTS = 10;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /// The publisher has passed its own fence, so its cursor is a number to begin with.
    private static final String BEGIN = "select last_seq from event_publication";

    private final Jdbi jdbi;
    private final int pollMillis;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private long end = -1;
    private @Nullable PublicationWindow pending;
    private int waiting;
    private boolean stopped;

    LogEnd(Jdbi jdbi, ChassisConfig config) {
        this.jdbi = jdbi;
        this.pollMillis = Math.toIntExact(config.publisher().pollInterval().toMillis());
    }

    void start(@Observes StartupEvent startup) {
        Thread.ofVirtual().name("log-end").start(this::run);
    }

    /// Ends the waiting, so that the service does not wait for those that wait here.
    void stopSoon(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stop();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stop();
    }

    private void stop() {
        lock.lock();
        try {
            stopped = true;
            moved.signalAll();
            wanted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Looks at the log and returns its end. Events that were committed before are below it, unless
    /// an older transaction is still running.
    public long look() {
        return jdbi.withHandle(this::look);
    }

    /// As [#look()].
    ///
    /// @param handle outside of a transaction, whose own id would hold the end back
    public long look(Handle handle) {
        for (int i = 1; i < LOOK_ATTEMPTS && isHeldBack(handle); i++) {
            LockSupport.parkNanos(Duration.ofMillis(HELD_BACK_POLL_MS).toNanos());
        }
        return known();
    }

    /// Waits until the end is beyond the number, the time has passed, or the service stops.
    public void awaitBeyond(long seq, Duration time) {
        lock.lock();
        try {
            waiting++;
            wanted.signal();
            long nanos = time.toNanos();
            while (end <= seq && nanos > 0 && !stopped) {
                nanos = moved.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /// True when the service is about to stop, so that nobody should wait any more.
    public boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /// The end as this instance knows it, without a look at the log.
    public long known() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /// Moves the end if it can be moved.
    ///
    /// @param handle outside of a transaction, whose own id would hold the window back
    /// @return true while an event is visible that a running transaction holds back
    private boolean isHeldBack(Handle handle) {
        PublicationWindow window = pendingOr(handle);
        if (window == null) {
            return false;
        }
        FenceState state = window.state(handle);
        lock.lock();
        try {
            // The window is kept until it is complete. If each look opened another one, the end
            // would never move while transactions overlap.
            pending = state == FenceState.AHEAD ? window : null;
            if (state == FenceState.UNKNOWN) {
                // The end is of a server that is gone.
                end = -1;
            } else if (state == FenceState.PASSED && window.endSeq() > end) {
                end = window.endSeq();
                moved.signalAll();
            }
            return state != FenceState.PASSED;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable PublicationWindow pendingOr(Handle handle) {
        long begin;
        lock.lock();
        try {
            if (pending != null) {
                return pending;
            }
            begin = end;
        } finally {
            lock.unlock();
        }
        return begin < 0 ? first(handle) : opened(handle, begin);
    }

    private @Nullable PublicationWindow first(Handle handle) {
        long published = handle.createQuery(BEGIN).mapTo(Long.class).one();
        lock.lock();
        try {
            end = Math.max(end, published);
        } finally {
            lock.unlock();
        }
        return opened(handle, published);
    }

    private static @Nullable PublicationWindow opened(Handle handle, long begin) {
        Optional<PublicationWindow> window = PublicationWindow.open(handle, begin);
        return window.orElse(null);
    }

    private void run() {
        while (awaitWanted()) {
            try (Handle handle = jdbi.open()) {
                follow(handle);
            } catch (RuntimeException e) {
                LOG.debugf("The log cannot be followed: %s", Outage.of(e));
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    private void follow(Handle handle) {
        handle.execute("listen " + CommitNotifier.CHANNEL);
        try {
            while (isWanted()) {
                boolean isHeldBack = isHeldBack(handle);
                Notifications.await(handle, isHeldBack ? HELD_BACK_POLL_MS : pollMillis);
            }
        } finally {
            // The connection goes back to a pool.
            handle.execute("unlisten *");
        }
    }

    private boolean isWanted() {
        lock.lock();
        try {
            return waiting > 0 && !stopped;
        } finally {
            lock.unlock();
        }
    }

    /// @return false when the service stops
    private boolean awaitWanted() {
        lock.lock();
        try {
            while (waiting == 0 && !stopped) {
                wanted.await(1, TimeUnit.MINUTES);
            }
            return !stopped;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
