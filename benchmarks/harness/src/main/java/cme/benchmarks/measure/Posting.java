package cme.benchmarks.measure;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.Diplomates;
import cme.benchmarks.stack.PgBench;
import cme.benchmarks.stack.Wrk;
import cme.stack.client.Api;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `POST /v1/completions` with distinct completions of known diplomates, durable.
/// compliance-service is frozen meanwhile, as if it ran on another machine; events are published
/// while requests come in.
public final class Posting implements Measurement {
    private static final int CLIENTS = 32;
    private static final String OURS = "POST /v1/completions";
    private static final String BARE = "bare Quarkus endpoint, two rows in one statement";
    private static final String FIRST =
            """
            {"externalId":"first","diplomateId":"P0000001","activity":"BENCH-1","completedOn":"2025-01-01","credits":1}\
            """;
    private static final String SQL = "pgbench, the same statement";

    @Override
    public String name() {
        return "posting";
    }

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        return rig.whileComplianceStandsStill(() -> measure(rig, data));
    }

    private List<Figure> measure(BenchmarkStack rig, Dataset data) {
        rig.credit().runFile("reference-ledger.sql", Map.of());
        rig.credit().run("vacuum analyze");
        Duration load = rig.scale().load();
        var reference = rig.reference();
        reference.start();
        new Api(reference.baseUrl(), () -> rig.tokens().society("ASPS"))
                .post("/rows", FIRST)
                .expect(201);
        Rounds.warmUp(
                rig.pace(), (time, attempt) -> rate(rig, data.posted(), time, "warm" + attempt));
        Rounds.warmUp(
                rig.pace(),
                (time, attempt) ->
                        bareRate(rig, data, reference.baseUrl(), time, "warm" + attempt));
        int sessions = rig.credit().sessionsOf(Service.CREDIT.module());
        var samples =
                new Rounds(rig.pace())
                        .add(OURS, round -> rate(rig, data.posted(), load, "round" + round))
                        .add(
                                BARE,
                                round ->
                                        bareRate(
                                                rig,
                                                data,
                                                reference.baseUrl(),
                                                load,
                                                "round" + round))
                        .add(
                                SQL,
                                round ->
                                        PgBench.of("pgbench-rows.sql", sessions, load)
                                                .run(rig.credit().database(), round))
                        .run(rig.scale().rounds());
        String what = OURS + ", " + CLIENTS + " clients";
        return List.of(
                new Figure(
                        name(),
                        what,
                        "requests/s",
                        samples.get(OURS),
                        BARE,
                        samples.get(BARE),
                        Aim.atLeast(0.7)),
                new Figure(
                        name(),
                        what,
                        "requests/s",
                        samples.get(OURS),
                        SQL + ", " + sessions + " connections",
                        samples.get(SQL),
                        Aim.atLeast(0.4)));
    }

    /// Completions recorded a second.
    ///
    /// @param run makes the completions of this run different from those of others
    /// @throws StackFailure when not each of them was recorded
    public static double rate(BenchmarkStack rig, Diplomates of, Duration load, String run) {
        var done =
                Wrk.posting(CLIENTS, load)
                        .run(
                                rig.url(Service.CREDIT),
                                "/v1/completions",
                                rig.tokens().society("ASPS"),
                                run,
                                of.number(),
                                0,
                                of.prefix());
        long recorded =
                rig.credit()
                        .number(
                                "select count(*) from completion where poster = 'PROVIDER:ASPS' and external_id like '%s-%%'"
                                        .formatted(run));
        if (recorded < done.requests()) {
            throw new StackFailure(
                    "Of %d completions only %d were recorded."
                            .formatted(done.requests(), recorded));
        }
        rig.awaitPublished();
        return done.perSecond();
    }

    private static double bareRate(
            BenchmarkStack rig, Dataset data, String url, Duration load, String run) {
        var of = data.posted();
        return Wrk.posting(CLIENTS, load)
                .run(url, "/rows", rig.tokens().society("ASPS"), run, of.number(), 0, of.prefix())
                .perSecond();
    }
}
