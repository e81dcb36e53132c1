package cme.benchmarks.bare;

import cme.benchmarks.rig.Await;
import cme.benchmarks.rig.Sql;
import cme.stack.postgres.Database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Copies the rows of a roster into tables like those that they lie in, in one transaction.
public final class TableCopy implements AutoCloseable {
    private static final String EVENT_COLUMNS = "key, type, payload, recorded_at, recorded_by";

    private final Connection connection;
    private final Map<String, byte[]> rows = new LinkedHashMap<>();
    private long count;

    public TableCopy(Database database) {
        connection = Sql.connect(database);
    }

    /// Reads what a roster made, to be copied next.
    public void take(String externalId) {
        try (var statement = connection.createStatement()) {
            rows.clear();
            String roster = "(select id from roster where external_id = '" + externalId + "')";
            out("reference.completion", "select * from completion where roster = " + roster);
            out(
                    "reference.event_log (" + EVENT_COLUMNS + ")",
                    "select %s from event_log where payload ->> 'roster' = %s::text"
                            .formatted(EVENT_COLUMNS, roster));
            out("reference.roster_row", "select * from roster_row where roster = " + roster);
            try (var counted =
                    statement.executeQuery(
                            "select count(*) from completion where roster = " + roster)) {
                counted.next();
                count = counted.getLong(1);
            }
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
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

    /// Rows of the roster copied a second, into empty tables.
    public double rate() {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "truncate reference.completion, reference.event_log, reference.roster_row");
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
