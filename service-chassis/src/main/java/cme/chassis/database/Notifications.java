package cme.chassis.database;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/// Waiting for the notifications of a channel that a connection listens to.
public final class Notifications {

    private Notifications() {}

    /// Waits until the connection is notified, or the time has passed.
    ///
    /// @throws IllegalStateException when the connection is lost
    public static void await(Handle handle, int millis) {
        try {
            handle.getConnection().unwrap(PGConnection.class).getNotifications(millis);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection is lost", e);
        }
    }
}
