package cme.benchmarks.measure;

import cme.benchmarks.bare.TableCopy;
import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.Diplomates;
import cme.stack.demo.SampleWorkbook;
import cme.stack.process.StackFailure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A roster as CSV and one as a workbook, each in one request, compared with `COPY` of the same
/// rows. compliance-service is frozen meanwhile.
public final class RosterUpload implements Measurement {
    private static final String OURS = "roster as CSV";
    private static final String WORKBOOK = "roster as .xlsx";
    private static final String CSV_TYPE = "text/csv";
    private static final String WORKBOOK_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String COPY = "COPY of the same rows, one session";

    /// Each roster has days of its own, so that no row counts once with a row of an earlier one.
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);

    private static final int DAYS = 84;
    private static final int MOST = 40;
    private static final AtomicInteger posted = new AtomicInteger();

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        return rig.whileComplianceStandsStill(() -> measure(rig, data));
    }

    private List<Figure> measure(BenchmarkStack rig, Dataset data) {
        rig.credit().runFile("reference-ledger.sql", Map.of());
        rig.credit().run("vacuum analyze");
        int rows = rig.scale().rosterRows();
        try (var copy = new TableCopy(rig.credit().database())) {
            rateOfWorkbook(rig, data.posted(), rows / 4, "roster-warm-xlsx");
            rate(rig, data.posted(), rows / 4, "roster-warm");
            copy.take("roster-warm");
            copy.rate();
            var samples =
                    new Rounds(rig.pace())
                            .add(
                                    OURS,
                                    round -> {
                                        double rate =
                                                rate(rig, data.posted(), rows, "roster-" + round);
                                        copy.take("roster-" + round);
                                        return rate;
                                    })
                            .add(COPY, _ -> copy.rate())
                            .add(
                                    WORKBOOK,
                                    round ->
                                            rateOfWorkbook(
                                                    rig,
                                                    data.posted(),
                                                    rows,
                                                    "roster-xlsx-" + round))
                            .run(rig.scale().rounds());
            return Stream.of(OURS, WORKBOOK)
                    .map(
                            form ->
                                    new Figure(
                                            name(),
                                            "%s, %,d rows".formatted(form, rows),
                                            "rows/s",
                                            samples.get(form),
                                            COPY,
                                            samples.get(COPY),
                                            Aim.atLeast(0.5)))
                    .toList();
        }
    }

    /// Rows recorded a second.
    ///
    /// @throws StackFailure when not each of them was recorded
    public static double rate(BenchmarkStack rig, Diplomates of, int rows, String externalId) {
        String csv = csv(of, rows, externalId);
        return rate(rig, rows, externalId, CSV_TYPE, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static double rateOfWorkbook(
            BenchmarkStack rig, Diplomates of, int rows, String externalId) {
        String table = csv(of, rows, externalId).replace(',', '\t');
        return rate(rig, rows, externalId, WORKBOOK_TYPE, SampleWorkbook.of(table));
    }

    private static double rate(
            BenchmarkStack rig, int rows, String externalId, String type, byte[] roster) {
        var society = rig.society();
        long from = System.nanoTime();
        var answer = society.post("/v1/rosters?externalId=" + externalId, type, roster);
        double seconds = Await.secondsSince(from);
        if (!answer.expect(201).at("/recorded").equals(Integer.toString(rows))) {
            throw new StackFailure("Not all rows were recorded: " + answer.at("/recorded"));
        }
        rig.awaitPublished();
        return rows / seconds;
    }

    private static String csv(Diplomates of, int rows, String externalId) {
        var csv =
                new StringBuilder(
                        "externalId,diplomateId,familyName,activity,completedOn,credits,patientSafetyCredits\n");
        LocalDate first = FIRST_DAY.plusDays((long) DAYS * (posted.getAndIncrement() % MOST));
        for (int i = 1; i <= rows; i++) {
            int diplomate = (int) (i * 7919L % of.number()) + 1;
            csv.append(
                    "%s-%d,%s,Bench%d,BENCH-%d,%s,%d.5,0.25%n"
                            .formatted(
                                    externalId,
                                    i,
                                    of.id(diplomate),
                                    diplomate,
                                    i % 20,
                                    first.plusDays(i % DAYS),
                                    i % 9 + 1));
        }
        return csv.toString();
    }
}
