package cme.chassis.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Notifies the publisher, which may run in another instance, that events were committed.
///
/// The notification is sent after the commit and by a thread of its own, because NOTIFY inside the
/// transaction would make all commits of the database wait for each other. Requests that arrive
/// while a notification is being sent are combined into the next one. A lost notification costs one
/// poll interval of the publisher.
@Singleton
public class CommitNotifier {

    public static final String CHANNEL = "event_log";

    private static final Logger LOG = Logger.getLogger(CommitNotifier.class);
    private static final long PAUSE_AFTER_FAILURE_NANOS = 200_000_000;

    /// A notification that is lost in a crash costs one poll interval, so it need not be flushed.
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('event_log', '')";

    private final Jdbi jdbi;
    private final Semaphore requests = new Semaphore(0);
    private volatile boolean stopped;

    CommitNotifier(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent startup) {
        Thread.ofVirtual().name("commit-notifier").start(this::run);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopped = true;
        notifyPublisher();
    }

    /// Wakes all that listen to [#CHANNEL], in every instance, after a while.
    public void notifyPublisher() {
        requests.release();
    }

    private void run() {
        while (!stopped) {
            requests.acquireUninterruptibly();
            requests.drainPermits();
            try {
                jdbi.useHandle(handle -> handle.createQuery(NOTIFY).mapToMap().one());
            } catch (RuntimeException e) {
                LOG.debugf(
                        "The publisher was not notified and finds the events at its next poll: %s",
                        e);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
            }
        }
    }
}
