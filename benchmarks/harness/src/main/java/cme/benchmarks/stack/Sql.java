package cme.benchmarks.stack;

import cme.stack.postgres.Database;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyInputStream;

/// A database of the stack as its owner, in one session that commits after each statement.
public record Sql(Database database, Connection connection) implements AutoCloseable {
    static Sql open(Database database) {
        return new Sql(database, connect(database));
    }

    /// A session of its own for those who need one.
    public static Connection connect(Database database) {
        try {
            return DriverManager.getConnection(
                    database.url(), database.owner().username(), database.owner().password());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public static StackFailure failure(SQLException e) {
        return new StackFailure("PostgreSQL refused: " + e.getMessage(), e);
    }

    /// Runs one statement, or several.
    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs a file of this module, with values in the place of `${name}`.
    public void runFile(String name, Map<String, Object> values) {
        run(text(name, values));
    }

    /// A file of this module, with values in the place of `${name}`.
    public static String text(String name, Map<String, Object> values) {
        try {
            String text = Files.readString(file(name));
            for (var value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", String.valueOf(value.getValue()));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String name) {
        return ProjectFolder.find().resolve("benchmarks/harness/src/main/sql").resolve(name);
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    public boolean holds(String condition) {
        return text("select " + condition).equals("t");
    }

    public String text(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public static CopyManager copy(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Copies what a query on another database gives into a table here.
    public void copy(Sql source, String query, String table) {
        try (var rows =
                new PGCopyInputStream(
                        source.connection.unwrap(PGConnection.class),
                        "copy (" + query + ") to stdout")) {
            copy(connection).copyIn("copy " + table + " from stdin", rows);
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The number of sessions of a service, by its application name.
    public int sessionsOf(String application) {
        return sessionsOf(application, "true");
    }

    /// In how many of them a transaction is open.
    int transactionsOf(String application) {
        return sessionsOf(application, "xact_start is not null");
    }

    private int sessionsOf(String application, String which) {
        return (int)
                number(
                        "select count(*) from pg_stat_activity where application_name = '%s' and %s"
                                .formatted(application, which));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
