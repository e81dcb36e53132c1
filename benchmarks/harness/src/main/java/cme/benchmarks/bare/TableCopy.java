package cme.benchmarks.bare;

import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.Sql;
import cme.stack.postgres.Database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Copies the rows of a roster into tables like those that they lie in, in one transaction.
public final class TableCopy implements AutoCloseable {
    private static final String EVENT_COLUMNS = "key, type, payload, recorded_at, recorded_by";

    private final Connection connection;
    private final Map<String, byte[]> rows = new LinkedHashMap<>();
    private String roster = "";
    private long count;

    public TableCopy(Database database) {
        connection = Sql.connect(database);
    }

    /// Reads what a roster made, to be copied next.
    public void take(String externalId) {
        try (var statement = connection.createStatement()) {
            rows.clear();
            try (var counted =
                    statement.executeQuery(
                            """
                            select roster, count(*) from completion
                            where roster = (select id from roster where external_id = '%s')
                            group by 1\
                            """
                                    .formatted(externalId))) {
                counted.next();
                roster = counted.getString(1);
                count = counted.getLong(2);
            }
            out("reference.completion", "select * from completion where " + copied("completion"));
            out(
                    "reference.event_log (" + EVENT_COLUMNS + ")",
                    "select %s from event_log where %s"
                            .formatted(EVENT_COLUMNS, copied("event_log")));
            out("reference.roster_row", "select * from roster_row where " + copied("roster_row"));
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private String copied(String table) {
        return table.equals("event_log")
                ? "payload ->> 'roster' = '%s'".formatted(roster)
                : "roster = '%s'".formatted(roster);
    }

    private void out(String target, String query) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        try {
            Sql.copy(connection).copyOut("copy (" + query + ") to stdout", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.put(target, bytes.toByteArray());
    }

    /// Rows of the roster copied a second. They are taken out again afterwards, so that the tables
    /// keep the size they had.
    public double rate() {
        try (var statement = connection.createStatement()) {
            long from = System.nanoTime();
            connection.setAutoCommit(false);
            for (var table : rows.entrySet()) {
                Sql.copy(connection)
                        .copyIn(
                                "copy " + table.getKey() + " from stdin",
                                new ByteArrayInputStream(table.getValue()),
                                1 << 16);
            }
            connection.commit();
            double seconds = Await.secondsSince(from);
            connection.setAutoCommit(true);
            for (String table : List.of("completion", "event_log", "roster_row")) {
                statement.execute(
                        "delete from reference.%1$s where %2$s".formatted(table, copied(table)));
                statement.execute("vacuum reference." + table);
            }
            return count / seconds;
        } catch (SQLException e) {
            throw Sql.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}
