package cme.benchmarks.scaling;

import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Diplomates;
import cme.benchmarks.stack.Sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/// The plans of the statements that are run most, at the size that the data has.
record Plans(BenchmarkStack rig, Diplomates all) {
    /// Writes all plans to a file.
    void writeTo(Path file) {
        try {
            Files.writeString(
                    file,
                    plans(rig.credit(), "hot-credit.sql")
                            + plans(rig.compliance(), "hot-compliance.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private String plans(Sql database, String file) {
        String id = all.id(all.number() / 2);
        String text = Sql.text(file, Map.of("id", id, "number", id.substring(1)));
        var plans = new StringBuilder();
        // The first paragraph says what the file is.
        for (String statement : text.split("\n\n", -1)) {
            if (!statement.startsWith("-- Statements ")) {
                plans.append(statement.lines().findFirst().orElse("")).append('\n');
                plans.append(explain(database, statement)).append('\n');
            }
        }
        return plans.toString();
    }

    private static String explain(Sql database, String statement) {
        var plan = new StringBuilder();
        try (var session = database.connection().createStatement();
                var rows =
                        session.executeQuery(
                                "explain (analyze, buffers, settings)\n" + statement)) {
            while (rows.next()) {
                plan.append("  ").append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }
}
