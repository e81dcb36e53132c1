package cme.benchmarks.stack;

import cme.stack.postgres.Database;
import cme.stack.process.StackFailure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// SQL load by pgbench with prepared statements.
///
/// @param script a file of SQL
public record PgBench(Path script, int connections, Duration duration) {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) ");

    /// A script of this module.
    public static PgBench of(String script, int connections, Duration duration) {
        return new PgBench(Sql.file(script), connections, duration);
    }

    /// @param run a number that tells rounds apart, `:run` in the script
    /// @return transactions a second
    public double run(Database database, long run) {
        URI url = URI.create(database.url().substring("jdbc:".length()));
        String output =
                SystemTool.PGBENCH.run(
                        List.of(
                                "-n",
                                "-M",
                                "prepared",
                                "-c" + connections,
                                "-j2",
                                "-T" + Math.max(1, duration.toSeconds()),
                                "-Drun=" + run,
                                "-Dn=0",
                                "-f",
                                script.toString(),
                                "-h",
                                url.getHost(),
                                "-p",
                                Integer.toString(url.getPort()),
                                "-U",
                                database.owner().username(),
                                url.getPath().substring(1)),
                        Map.of("PGPASSWORD", database.owner().password()));
        var tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new StackFailure("pgbench was not understood: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }
}
