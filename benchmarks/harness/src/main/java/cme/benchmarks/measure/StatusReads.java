package cme.benchmarks.measure;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.Diplomates;
import cme.benchmarks.stack.Wrk;
import cme.stack.client.Api;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `GET /v1/diplomates/{id}/status` of random diplomates.
public final class StatusReads implements Measurement {
    private static final int CLIENTS = 64;
    private static final String OURS = "GET /v1/diplomates/{id}/status";
    private static final String BARE = "bare Quarkus endpoint, one row's jsonb by primary key";

    @Override
    public String name() {
        return "status";
    }

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        fill(rig, data);
        Duration load = rig.scale().load();
        var reference = rig.reference();
        reference.start();
        new Api(reference.baseUrl(), rig.tokens()::board).get("/documents/B0000001").expect(200);
        Rounds.warmUp(rig.pace(), (time, _) -> rate(rig, data.known(), time));
        Rounds.warmUp(rig.pace(), (time, _) -> bareRate(rig, data, reference.baseUrl(), time));
        var samples =
                new Rounds(rig.pace())
                        .add(OURS, _ -> rate(rig, data.known(), load))
                        .add(BARE, _ -> bareRate(rig, data, reference.baseUrl(), load))
                        .run(rig.scale().rounds());
        return List.of(
                new Figure(
                        name(),
                        "%s, %d clients, %,d diplomates"
                                .formatted(OURS, CLIENTS, data.diplomates()),
                        "requests/s",
                        samples.get(OURS),
                        BARE,
                        samples.get(BARE),
                        Aim.atLeast(0.9)));
    }

    /// Gives the reference the documents that our service has stored. They go to the database that
    /// the reference uses.
    private static void fill(BenchmarkStack rig, Dataset data) {
        int assessed = rig.scale().diplomates(1);
        var database = rig.credit();
        database.runFile("reference-documents.sql", Map.of());
        database.copy(
                rig.compliance(),
                "select diplomate_id, body from status where diplomate_id between 'B%07d' and 'B%07d'"
                        .formatted(1, assessed),
                "reference.document");
        database.runFile(
                "repeat-documents.sql",
                Map.of("assessed", assessed, "diplomates", data.diplomates()));
        database.run("vacuum analyze reference.document");
    }

    public static double rate(BenchmarkStack rig, Diplomates of, Duration load) {
        String path = "/v1/diplomates/" + of.prefix() + "%07d/status";
        return reading(rig, of, rig.url(Service.COMPLIANCE), path, load);
    }

    private static double bareRate(BenchmarkStack rig, Dataset data, String url, Duration load) {
        return reading(rig, data.known(), url, "/documents/B%07d", load);
    }

    private static double reading(
            BenchmarkStack rig, Diplomates of, String url, String path, Duration load) {
        return Wrk.reading(CLIENTS, load)
                .run(url, path, rig.tokens().board(), of.number())
                .perSecond();
    }
}
