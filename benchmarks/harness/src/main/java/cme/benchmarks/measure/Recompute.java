package cme.benchmarks.measure;

import cme.benchmarks.bare.BareRewrite;
import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Everybody is assessed again after a rule change. To stay within minutes it is a part of all
/// diplomates; the database holds them all.
public final class Recompute implements Measurement {
    private static final String OURS = "recompute after a rule change";
    private static final String BARE = "the same rows read and written";

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        rig.compliance().runFile("reference-evidence.sql", Map.of());
        int diplomates = Math.min(rig.scale().reassessed(), data.diplomates());
        rig.compliance()
                .run(
                        """
                        insert into reference.status select * from status where diplomate_id in (%1$s);
                        insert into reference.finding
                        select diplomate_id, requirement, due_year, deadline, state, unit, required, earned, remaining
                        from finding where diplomate_id in (%1$s)\
                        """
                                .formatted(
                                        "select 'B' || lpad(d::text, 7, '0') from"
                                                + " generate_series(1, "
                                                + diplomates
                                                + ") d"));
        try (var bare = new BareRewrite(rig.compliance().database(), ids(diplomates))) {
            rate(rig, diplomates / 4);
            bare.rate();
            var samples =
                    new Rounds(rig.pace())
                            .add(OURS, _ -> rate(rig, diplomates))
                            .add(BARE, _ -> bare.rate())
                            .run(rig.scale().rounds());
            return List.of(
                    new Figure(
                            name(),
                            "%s, %,d of %,d diplomates, %d completions each"
                                    .formatted(
                                            OURS,
                                            diplomates,
                                            data.diplomates(),
                                            rig.scale().completions()),
                            "diplomates/s",
                            samples.get(OURS),
                            BARE,
                            samples.get(BARE),
                            Aim.atLeast(0.7)));
        }
    }

    private static List<String> ids(int diplomates) {
        return IntStream.rangeClosed(1, diplomates).mapToObj("B%07d"::formatted).toList();
    }

    /// Diplomates assessed again a second, the wait until the service notices included (at most
    /// half a second).
    public static double rate(BenchmarkStack rig, int diplomates) {
        rig.compliance().runFile("new-rules.sql", Map.of("to", diplomates));
        long from = System.nanoTime();
        Await.until(
                "reassessments",
                () ->
                        rig.compliance()
                                .holds(
                                        "not exists (select from status where rule_set_version ="
                                                + " 0)"));
        return diplomates / Await.secondsSince(from);
    }
}
