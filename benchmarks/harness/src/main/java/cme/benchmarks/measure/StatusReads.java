package cme.benchmarks.measure;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.rig.Dataset;
import cme.benchmarks.rig.Rig;
import cme.benchmarks.rig.Wrk;
import cme.stack.client.Api;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `GET /v1/diplomates/{id}/status` of anybody.
public final class StatusReads implements Measurement {
    private static final int CLIENTS = 64;
    private static final String OURS = "GET /v1/diplomates/{id}/status";
    private static final String BARE = "bare Quarkus endpoint, one row's jsonb by primary key";

    @Override
    public String name() {
        return "status";
    }

    @Override
    public List<Figure> run(Rig rig, Dataset data) {
        rig.compliance().runFile("reference-evidence.sql", Map.of());
        rig.compliance()
                .runFile(
                        "reference-documents.sql",
                        Map.of(
                                "assessed",
                                rig.scale().diplomates(1),
                                "diplomates",
                                data.diplomates()));
        rig.compliance().run("vacuum analyze reference.document");
        Duration load = rig.scale().load();
        var reference = rig.startReference(rig.compliance());
        try {
            new Api(reference.baseUrl(), rig.tokens()::board)
                    .get("/documents/B0000001")
                    .expect(200);
            Rounds.warmUp(_ -> rate(rig, data, load));
            Rounds.warmUp(_ -> bareRate(rig, data, reference.baseUrl(), load));
            var samples =
                    new Rounds()
                            .add(OURS, _ -> rate(rig, data, load))
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
        } finally {
            reference.stop(Duration.ofSeconds(10));
        }
    }

    static double rate(Rig rig, Dataset data, Duration load) {
        return reading(rig, data, rig.url(Service.COMPLIANCE), "/v1/diplomates/B%07d/status", load);
    }

    private static double bareRate(Rig rig, Dataset data, String url, Duration load) {
        return reading(rig, data, url, "/documents/B%07d", load);
    }

    private static double reading(Rig rig, Dataset data, String url, String path, Duration load) {
        return Wrk.reading(CLIENTS, load)
                .run(url, path, rig.tokens().board(), data.diplomates())
                .perSecond();
    }
}
