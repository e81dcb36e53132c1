package cme.chassis.database;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The right to do work that only one instance of a service does at a time. It is an advisory lock
/// of a database session, so it dies with the connection and another instance takes over.
public final class Leadership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Leadership.class);

    private final Handle handle;

    private Leadership(Handle handle) {
        this.handle = handle;
    }

    /// Tries to become the leader.
    ///
    /// @param lock any number, as long as all instances use the same one for the same work
    /// @return empty when another instance leads
    public static Optional<Leadership> tryAcquire(Jdbi jdbi, long lock) {
        Handle handle = jdbi.open();
        boolean isAcquired = false;
        try {
            isAcquired =
                    handle.select("select pg_try_advisory_lock(?)", lock)
                            .mapTo(Boolean.class)
                            .one();
            return isAcquired ? Optional.of(new Leadership(handle)) : Optional.empty();
        } finally {
            if (!isAcquired) {
                handle.close();
            }
        }
    }

    /// The connection that holds the lock, outside of a transaction.
    public Handle handle() {
        return handle;
    }

    /// Throws when the connection is lost, because another instance may lead by now.
    public void verify() {
        handle.execute("select 1");
    }

    /// Waits until a channel that the connection listens to is notified, or the time has passed.
    public void awaitNotification(int millis) {
        Notifications.await(handle, millis);
    }

    /// Gives the leadership up. The connection goes back to a pool, so it must keep no lock,
    /// subscription or setting.
    @Override
    public void close() {
        try (handle) {
            handle.execute("select pg_advisory_unlock_all()");
            handle.execute("unlisten *");
            handle.execute("reset all");
        } catch (RuntimeException e) {
            LOG.debugf("The connection is lost and the lock with it: %s", e);
        }
    }
}
