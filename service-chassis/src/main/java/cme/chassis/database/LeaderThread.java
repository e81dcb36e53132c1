package cme.chassis.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// A thread that every instance of a service runs for the same work. The work is done by the
/// instance that leads; another takes over when its connection is lost.
public final class LeaderThread {

    /// Work that only one instance does at a time.
    public interface Work {

        /// Works until [#isStopped()], and throws when a part that it needs is down. It is begun
        /// again after a pause then.
        void run(Leadership leadership);
    }

    private static final Logger LOG = Logger.getLogger(LeaderThread.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(5);

    private final String name;
    private final Jdbi jdbi;
    private final long lock;
    private final Duration takeoverInterval;
    private final Work work;
    private volatile boolean stopped;
    private volatile boolean leading;
    private @Nullable Thread thread;

    /// @param lock see [Leadership#tryAcquire]
    /// @param takeoverInterval the time between two attempts to become the leader
    public LeaderThread(String name, Jdbi jdbi, long lock, Duration takeoverInterval, Work work) {
        this.name = name;
        this.jdbi = jdbi;
        this.lock = lock;
        this.takeoverInterval = takeoverInterval;
        this.work = work;
    }

    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /// Stops the work and waits a few seconds for its end.
    public void stop() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.join(STOP_AT_MOST);
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    /// To be called by the work when everything that it needs is there.
    public void begun() {
        leading = true;
    }

    /// True while this is the instance that works.
    public boolean isLeading() {
        return leading;
    }

    private void run() {
        while (!stopped) {
            try {
                var acquired = Leadership.tryAcquire(jdbi, lock);
                if (acquired.isPresent()) {
                    lead(acquired.get());
                } else {
                    pause(takeoverInterval);
                }
            } catch (RuntimeException e) {
                LOG.warnf(
                        "The thread %s pauses and resumes where it was: %s",
                        name, Outage.isBehind(e) ? Outage.of(e) : e.getMessage());
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void lead(Leadership acquired) {
        try (acquired) {
            work.run(acquired);
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
