package cme.benchmarks.measure;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cost of one item at 4 and 16 times the data, next to its cost at 1x: the system compared
/// with itself. 1x is measured last, so that it is at least as warm as what is compared with it.
public final class Growth {
    public static final String NAME = "growth";

    private static final int FIRST = 1;
    private static final int ROUNDS = 3;
    private static final Duration LOAD = Duration.ofSeconds(1);
    private static final double FLAT = 1.2;

    private final BenchmarkStack rig;
    private final Dataset data;
    private final Map<Integer, Map<String, Samples>> levels = new LinkedHashMap<>();

    public Growth(BenchmarkStack rig, Dataset data) {
        this.rig = rig;
        this.data = data;
    }

    /// Runs everything until it gets no faster, and once more. No figure comes of it.
    public void warmUp() {
        String middle = WorklistPages.middle(rig);
        Rounds.warmUp(
                rig.pace(),
                (time, attempt) -> Posting.rate(rig, data.posted(), time, "warm-post" + attempt));
        Rounds.warmUp(rig.pace(), (time, _) -> StatusReads.rate(rig, data.known(), time));
        Rounds.warmUp(rig.pace(), (time, _) -> WorklistPages.rate(rig, time, middle));
        rig.awaitIdle();
        rounds("warm", middle).run(1);
        rig.awaitIdle();
    }

    /// Measures everything at the size that the data has now.
    public void measure(int level) {
        levels.put(level, rounds("x" + level, WorklistPages.middle(rig)).run(ROUNDS));
        rig.awaitIdle();
    }

    /// @param run makes what is posted and who it is about different from other runs: at each level
    ///   they begin with nothing
    /// @param middle a page of the worklist; to turn to it takes as many requests as lie before it
    private Rounds rounds(String run, String middle) {
        data.enrol(run);
        var scale = rig.scale();
        return new Rounds(rig.pace())
                .add(
                        "a completion posted, us",
                        round -> {
                            double micros =
                                    1e6 / Posting.rate(rig, data.posted(), LOAD, run + "-" + round);
                            rig.awaitIdle();
                            return micros;
                        })
                .add(
                        "a row of a roster, us",
                        round -> {
                            int rows = scale.rosterRows() / 20;
                            double rate =
                                    RosterUpload.rate(
                                            rig,
                                            data.posted(),
                                            rows,
                                            "growth-" + run + "-" + round);
                            rig.awaitIdle();
                            return 1e6 / rate;
                        })
                .add("an event to a stored status, us", _ -> eventMicros(run, scale.events() / 96))
                .add("a status read, us", _ -> 1e6 / StatusReads.rate(rig, data.known(), LOAD))
                .add("a page of the worklist, us", _ -> 1e6 / WorklistPages.rate(rig, LOAD, middle))
                .add(
                        "a diplomate recomputed, us",
                        _ -> 1e6 / Recompute.rate(rig, scale.reassessed() / 5));
    }

    private double eventMicros(String prefix, int events) {
        rig.awaitIdle();
        long from = System.nanoTime();
        CatchingUp.send(rig, prefix, events);
        rig.awaitIdle();
        return Await.secondsSince(from) * 1e6 / events;
    }

    /// @return a line for each cost at each level but 1x; all levels must have been measured
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (String what : levels.get(FIRST).keySet()) {
            for (int level : levels.keySet()) {
                if (level != FIRST) {
                    figures.add(figure(what, level));
                }
            }
        }
        return figures;
    }

    private Figure figure(String what, int level) {
        int comma = what.lastIndexOf(", ");
        return new Figure(
                NAME,
                "%s, %d times the data".formatted(what.substring(0, comma), level),
                what.substring(comma + 2),
                levels.get(level).get(what),
                "itself at 1x, as warm",
                levels.get(FIRST).get(what),
                Aim.flat(FLAT));
    }
}
