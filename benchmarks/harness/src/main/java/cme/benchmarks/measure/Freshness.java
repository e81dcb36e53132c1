package cme.benchmarks.measure;

import cme.benchmarks.bare.BarePipe;
import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.Wrk;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// From the answer to a `POST` until the diplomate's status shows it, while others post a tenth of
/// what the service can take.
public final class Freshness implements Measurement {
    private static final int CONNECTIONS = 8;
    private static final double PART_OF_FULL_LOAD = 0.1;
    private static final double LEAST = 20; // requests a second
    private static final Duration TRIAL = Duration.ofSeconds(3);
    private static final String BARE = "bare produce, consume, commit";

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        rig.compliance().runFile("reference-evidence.sql", Map.of());
        rig.compliance().runFile("reference-revisions.sql", Map.of());
        double perSecond =
                Math.max(
                        LEAST,
                        PART_OF_FULL_LOAD * Posting.rate(rig, data.posted(), TRIAL, "trial"));
        rig.awaitIdle();
        System.out.printf("  others post %.0f a second%n", perSecond);
        var probe = new ArrivalProbe(rig, data);
        turn(rig, data, probe, perSecond, -1); // to warm up
        var turns =
                rig.pace()
                        .rounds(rig.scale().rounds())
                        .mapToObj(round -> turn(rig, data, probe, perSecond, round))
                        .toList();
        return List.of(
                figure("median", turns, Percentiles::median),
                figure("99th percentile", turns, Percentiles::p99));
    }

    private record Turn(Percentiles ours, Percentiles bare) {}

    private static Turn turn(
            BenchmarkStack rig, Dataset data, ArrivalProbe probe, double perSecond, int round) {
        var turn = new Turn(ours(rig, data, probe, perSecond, round), bare(rig, perSecond, round));
        System.out.printf("  round %d: %s ms, bare %s ms%n", round + 1, turn.ours, turn.bare);
        return turn;
    }

    private Figure figure(String what, List<Turn> turns, Function<Percentiles, Double> which) {
        return new Figure(
                name(),
                "POST answered until the status shows it, " + what,
                "ms",
                new Samples(turns.stream().map(Turn::ours).map(which).toList()),
                BARE,
                new Samples(turns.stream().map(Turn::bare).map(which).toList()),
                Aim.atMost(2));
    }

    private static Percentiles ours(
            BenchmarkStack rig, Dataset data, ArrivalProbe probe, double perSecond, int round) {
        var stop = new CompletableFuture<Void>();
        var others =
                CompletableFuture.runAsync(
                        () -> {
                            for (int run = 0; !stop.isDone(); run++) {
                                paced(rig, data, perSecond, "others" + round + "-" + run);
                            }
                        });
        var times = probe.times(rig.scale().probes(), "probe" + round);
        stop.complete(null);
        others.join();
        rig.awaitIdle();
        return Percentiles.of(times);
    }

    /// Two seconds of posts by connections that pause, so that all together post at this rate.
    private static void paced(BenchmarkStack rig, Dataset data, double perSecond, String run) {
        long pauseMillis = Math.round(CONNECTIONS / perSecond * 1_000);
        Wrk.posting(CONNECTIONS, Duration.ofSeconds(2))
                .run(
                        rig.url(Service.CREDIT),
                        "/v1/completions",
                        rig.tokens().society("ASPS"),
                        run,
                        ArrivalProbe.firstProbed(data) - 1,
                        pauseMillis,
                        data.posted().prefix());
    }

    private static Percentiles bare(BenchmarkStack rig, double perSecond, int round) {
        try (var pipe =
                new BarePipe(
                        rig.topic("bench.reference." + (round + 1)), rig.compliance().database())) {
            return Percentiles.of(pipe.times(rig.scale().probes(), perSecond));
        }
    }
}
