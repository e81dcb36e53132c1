package cme.system;

import cme.stack.LocalStack;
import cme.stack.service.Service;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The database of a service in the hands of somebody with PostgreSQL's superuser.
record TamperedDatabase(LocalStack stack, Service service) {

    private static final String CONNECTIONS = "alter database %s allow_connections %s";

    private static final String END_SESSIONS =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'";

    private String name() {
        return service.database();
    }

    /// Runs the statements in one transaction.
    void run(String... statements) throws SQLException {
        try (Connection connection = connect(name());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /// The numbers that a query finds.
    List<Long> numbers(String query) throws SQLException {
        try (Connection connection = connect(name());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    long number(String query) throws SQLException {
        return numbers(query).getFirst();
    }

    /// Makes a copy of the database as it is now. The service bears the end of its sessions.
    void backUp(String copy) throws SQLException {
        String owner = stack.postgres().superuser().database(name()).owner().username();
        try {
            onServer(
                    CONNECTIONS.formatted(name(), false),
                    END_SESSIONS.formatted(name()),
                    "create database %s template %s owner %s".formatted(copy, name(), owner));
        } finally {
            onServer(CONNECTIONS.formatted(name(), true));
        }
    }

    /// Puts a copy in the place of the database, which is kept under another name. The service
    /// bears the end of its sessions and goes on with the copy.
    void replaceBy(String copy, String kept) throws SQLException {
        onServer(
                CONNECTIONS.formatted(name(), false),
                END_SESSIONS.formatted(name()),
                rename(name(), kept),
                rename(copy, name()),
                CONNECTIONS.formatted(kept, true));
        // A copy has no rights of its own.
        stack.postgres().superuser().database(name());
    }

    void drop(String copy) throws SQLException {
        onServer("drop database if exists " + copy);
    }

    private static String rename(String from, String to) {
        return "alter database %s rename to %s".formatted(from, to);
    }

    private void onServer(String... statements) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(String database) {
        var server = "jdbc:postgresql://127.0.0.1:%d/".formatted(stack.postgres().port());
        return stack.postgres().superuser().connect(server + database);
    }
}
