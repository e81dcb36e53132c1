package cme.benchmarks.measure;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.PgBench;
import cme.benchmarks.stack.Sql;
import cme.benchmarks.stack.Wrk;
import cme.stack.service.Service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Pages of `GET /v1/statuses` at the beginning and far into the list.
public final class WorklistPages implements Measurement {
    private static final int CLIENTS = 8;
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 500;
    private static final int FAR = 1_000;
    private static final String BY_NUMBER = "/v1/statuses?limit=";
    private static final String BY_DEADLINE = "/v1/statuses?sort=deadline&limit=";

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        int listed = (int) rig.compliance().number("select count(*) from status");
        int far = Math.min(FAR, listed / PAGE / 2);
        long findings = rig.compliance().number("select count(*) from finding");
        String first = "page 1";
        String deep = "page " + far;
        String sql = "pgbench, the same SQL";
        Duration load = rig.scale().load();
        String firstPath = path(BY_NUMBER, "");
        String deepPath = path(BY_NUMBER, cursor(rig, BY_NUMBER, (far - 1) * PAGE));
        String firstDue = path(BY_DEADLINE, "");
        String deepDue = path(BY_DEADLINE, cursor(rig, BY_DEADLINE, (far - 1) * PAGE));
        String byDeadline = " by deadline";
        Rounds.warmUp(rig.pace(), (time, _) -> rate(rig, time, firstPath));
        var samples =
                new Rounds(rig.pace())
                        .add(first, _ -> rate(rig, load, firstPath))
                        .add(sql + ", page 1", _ -> sqlRate(rig, load, 0))
                        .add(deep, _ -> rate(rig, load, deepPath))
                        .add(sql + ", " + deep, _ -> sqlRate(rig, load, (far - 1) * PAGE))
                        .add(first + byDeadline, _ -> rate(rig, load, firstDue))
                        .add(deep + byDeadline, _ -> rate(rig, load, deepDue))
                        .run(rig.scale().rounds());
        String what = "GET /v1/statuses, %,d findings, ".formatted(findings);
        return List.of(
                new Figure(
                        name(),
                        what + first,
                        "pages/s",
                        samples.get(first),
                        sql,
                        samples.get(sql + ", page 1"),
                        Aim.atLeast(0.5)),
                new Figure(
                        name(),
                        what + deep,
                        "pages/s",
                        samples.get(deep),
                        sql,
                        samples.get(sql + ", " + deep),
                        Aim.atLeast(0.5)),
                new Figure(
                        name(),
                        what + deep,
                        "pages/s",
                        samples.get(deep),
                        "itself at page 1",
                        samples.get(first),
                        Aim.atLeast(0.8)),
                new Figure(
                        name(),
                        what + deep + byDeadline,
                        "pages/s",
                        samples.get(deep + byDeadline),
                        "itself at page 1",
                        samples.get(first + byDeadline),
                        Aim.atLeast(0.8)));
    }

    private static String path(String list, String cursor) {
        return list + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
    }

    /// The cursor of the page after so many rows.
    private static String cursor(BenchmarkStack rig, String list, int rows) {
        var board = rig.board(Service.COMPLIANCE);
        String cursor = "";
        for (int seen = 0; seen < rows; ) {
            int limit = Math.min(LONGEST_PAGE, rows - seen);
            String path = list + limit + (seen == 0 ? "" : "&cursor=" + cursor);
            cursor = board.get(path).expect(200).at("/nextCursor");
            seen += limit;
        }
        return cursor;
    }

    public static double rate(BenchmarkStack rig, Duration load, String path) {
        return Wrk.reading(CLIENTS, load)
                .run(rig.url(Service.COMPLIANCE), path.replace("%", "%%"), rig.tokens().board(), 1)
                .perSecond();
    }

    /// A page in the middle of the list, which is where a long list would be slow.
    public static String middle(BenchmarkStack rig) {
        int listed = (int) rig.compliance().number("select count(*) from status");
        return path(BY_NUMBER, cursor(rig, BY_NUMBER, listed / 2));
    }

    private static double sqlRate(BenchmarkStack rig, Duration load, int rowsBefore) {
        var database = rig.compliance();
        String after =
                rowsBefore == 0
                        ? ""
                        : database.text(
                                "select diplomate_id from status order by 1 offset %d limit 1"
                                        .formatted(rowsBefore - 1));
        try {
            Path script = Files.createTempFile("worklist", ".sql");
            try {
                Files.writeString(script, Sql.text("pgbench-worklist.sql", Map.of("after", after)));
                return new PgBench(script, CLIENTS, load).run(database.database(), 0);
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
