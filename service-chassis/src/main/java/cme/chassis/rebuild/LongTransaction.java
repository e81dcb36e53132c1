package cme.chassis.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A transaction that goes through whole tables, and may take longer than those of requests.
final class LongTransaction {

    private LongTransaction() {}

    /// @param limit for one statement, for a pause between two, and for an answer of the database
    static void run(Jdbi jdbi, Duration limit, Consumer<Handle> task) {
        jdbi.useHandle(
                handle -> {
                    Connection connection = handle.getConnection();
                    int usual = networkTimeout(connection);
                    setNetworkTimeout(connection, Math.toIntExact(limit.toMillis()));
                    try {
                        handle.useTransaction(transaction -> run(transaction, limit, task));
                    } finally {
                        setNetworkTimeout(connection, usual);
                    }
                });
    }

    private static void run(Handle transaction, Duration limit, Consumer<Handle> task) {
        transaction.execute(
                "set local statement_timeout = %1$d; set local idle_in_transaction_session_timeout = %1$d"
                        .formatted(limit.toMillis()));
        task.accept(transaction);
    }

    private static int networkTimeout(Connection connection) {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection is lost", e);
        }
    }

    private static void setNetworkTimeout(Connection connection, int millis) {
        try {
            connection.setNetworkTimeout(Runnable::run, millis);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection is lost", e);
        }
    }
}
