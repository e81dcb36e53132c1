package cme.system.faults;

import cme.stack.LocalStack;
import cme.stack.postgres.Database;
import cme.stack.service.Service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Reads the services' databases as their owners, past the relays.
final class DatabaseSessions {

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final LocalStack stack;
    private final Map<String, Database> databases = new ConcurrentHashMap<>();

    DatabaseSessions(LocalStack stack) {
        this.stack = stack;
        for (var service : Service.withDatabase()) {
            database(service.database());
        }
    }

    private Database database(String name) {
        return databases.computeIfAbsent(name, stack.postgres().superuser()::database);
    }

    /// @throws IllegalStateException when PostgreSQL does not answer
    <T> List<T> query(String database, String sql, Row<T> row) {
        try (var connection = open(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot look into database " + database, e);
        }
    }

    /// Ends everything that the service has open, in whatever transaction it is.
    void end(Service service) {
        query(
                service.database(),
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where usename = '%s'
                """
                        .formatted(service.database()),
                row -> row.getBoolean(1));
    }

    /// Locks the table for a while: other writers wait in their transactions.
    void hold(Service service, String table, Duration time) {
        try (var connection = open(service.database());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in share row exclusive mode");
            LockSupport.parkNanos(time.toNanos());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot lock " + table, e);
        }
    }

    private Connection open(String name) throws SQLException {
        var database = database(name);
        return DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password());
    }
}
