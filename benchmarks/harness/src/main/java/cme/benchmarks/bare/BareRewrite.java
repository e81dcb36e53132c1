package cme.benchmarks.bare;

import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.Sql;
import cme.stack.postgres.Database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads the data that an assessment of diplomates reads, and writes the rows of a reassessment to
/// tables like `status` and `finding`. The rows are prepared before: nothing is judged or rendered.
public final class BareRewrite implements AutoCloseable {
    private static final int BATCH = 500; // as the reassessor

    private static final List<String> READS =
            List.of(
                    "select * from cycle_revision where diplomate_id = any(?)",
                    "select * from tracer_revision where diplomate_id = any(?)",
                    "select * from pathway_revision where diplomate_id = any(?)",
                    "select * from decision_revision where diplomate_id = any(?)",
                    "select * from completion_revision where diplomate_id = any(?) order by"
                            + " completion, revision",
                    "select diplomate_id, version, standing, digest from status where diplomate_id"
                            + " = any(?)",
                    "select diplomate_id, requirement, due_year, deadline, state, unit, required,"
                            + " earned, remaining from finding where diplomate_id = any(?)");

    private final Connection connection;
    private final List<WrittenTable> tables;
    private final List<Batch> batches = new ArrayList<>();

    /// The rows of some diplomates as text, one array per column.
    private record Batch(String[] ids, List<String[][]> columns) {}

    /// Reads what will be written.
    public BareRewrite(Database database, List<String> diplomates) {
        connection = Sql.connect(database);
        try {
            tables =
                    List.of(
                            WrittenTable.of(connection, "status", "diplomate_id", ""),
                            WrittenTable.of(
                                    connection,
                                    "finding",
                                    "diplomate_id, requirement, due_year",
                                    // The ones that the new rules change.
                                    " and requirement = 'cme-total'"));
            for (int from = 0; from < diplomates.size(); from += BATCH) {
                String[] ids =
                        diplomates
                                .subList(from, Math.min(from + BATCH, diplomates.size()))
                                .toArray(String[]::new);
                List<String[][]> columns = new ArrayList<>();
                for (WrittenTable table : tables) {
                    columns.add(columns(table, ids));
                }
                batches.add(new Batch(ids, columns));
            }
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private String[][] columns(WrittenTable table, String[] ids) throws SQLException {
        var lists = new ArrayList<List<String>>();
        table.columns().forEach(_ -> lists.add(new ArrayList<>()));
        try (var query = connection.prepareStatement(table.select())) {
            query.setArray(1, connection.createArrayOf("text", ids));
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    for (int i = 0; i < lists.size(); i++) {
                        lists.get(i).add(found.getString(i + 1));
                    }
                }
            }
        }
        return lists.stream().map(list -> list.toArray(String[]::new)).toArray(String[][]::new);
    }

    /// Diplomates read and written a second.
    public double rate() {
        try {
            connection.setAutoCommit(false);
            long from = System.nanoTime();
            int done = 0;
            for (Batch batch : batches) {
                read(batch);
                write(batch);
                connection.commit();
                done += batch.ids().length;
            }
            double seconds = Await.secondsSince(from);
            connection.setAutoCommit(true);
            return done / seconds;
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private void read(Batch batch) throws SQLException {
        for (String sql : READS) {
            try (var query = connection.prepareStatement(sql)) {
                query.setArray(1, connection.createArrayOf("text", batch.ids()));
                try (var rows = query.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            rows.getString(i);
                        }
                    }
                }
            }
        }
    }

    private void write(Batch batch) throws SQLException {
        for (int table = 0; table < tables.size(); table++) {
            try (var upsert = connection.prepareStatement(tables.get(table).upsert())) {
                String[][] columns = batch.columns().get(table);
                for (int i = 0; i < columns.length; i++) {
                    upsert.setArray(i + 1, connection.createArrayOf("text", columns[i]));
                }
                upsert.executeUpdate();
            }
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
