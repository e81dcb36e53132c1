package cme.benchmarks.scaling;

import cme.benchmarks.measure.Posting;
import cme.benchmarks.measure.Recompute;
import cme.benchmarks.measure.RosterUpload;
import cme.benchmarks.measure.Rounds;
import cme.benchmarks.measure.StatusReads;
import cme.benchmarks.measure.WorklistPages;
import cme.benchmarks.scaling.CostMeter.Taken;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Diplomates;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The cost of what users ask for, one item of each kind.
///
/// @param run makes what is posted different from what earlier runs have posted on the same data
/// @param notes takes what a figure does not say
record Requests(
        BenchmarkStack rig, Diplomates all, Backlog backlog, String run, List<String> notes) {
    private static final int ROUNDS = 3;
    private static final int ATTEMPTS = 5;
    private static final Duration LOAD = Duration.ofSeconds(3);
    private static final int ROSTER = 5_000;
    private static final int RECOMPUTED = 10_000;
    private static final String FIRST_PAGE = "/v1/statuses?limit=50";

    /// Warms up for as long as it takes, then measures.
    List<Cost> measure() {
        String middle = WorklistPages.middle(rig);
        Rounds.warmUp(rig.pace(), (time, n) -> postings(time, run + "w" + n));
        Rounds.warmUp(rig.pace(), (time, _) -> statuses(time));
        Rounds.warmUp(rig.pace(), (time, _) -> pages(time, middle));
        backlog.awaitEvents(0);
        meter(middle, "w").measure(1);
        return meter(middle, "").measure(ROUNDS);
    }

    private CostMeter meter(String middle, String mark) {
        return new CostMeter(rig)
                .add("a completion posted", round -> posted(run + mark + "p" + round))
                .add("a row of a roster", round -> ofRoster(run + mark + "r" + round))
                .add("a status read", _ -> ofLoad(statuses(LOAD)))
                .add("the first page of the worklist", _ -> ofLoad(pages(LOAD, FIRST_PAGE)))
                .add("a page in the middle of it", _ -> ofLoad(pages(LOAD, middle)))
                .add("the summary of the worklist, a diplomate of it", _ -> ofSummary())
                .add("a diplomate recomputed", _ -> recomputed());
    }

    private double postings(Duration load, String name) {
        return again(attempt -> Posting.rate(rig, all, load, name + "a" + attempt));
    }

    private double statuses(Duration load) {
        return again(_ -> StatusReads.rate(rig, all, load));
    }

    private double pages(Duration load, String path) {
        return again(_ -> WorklistPages.rate(rig, load, path));
    }

    /// A request that is refused on a machine that others use as well is no reason to give up what
    /// took hours to load.
    ///
    /// @param loading is given the number of the attempt
    private static double again(IntToDoubleFunction loading) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return loading.applyAsDouble(attempt);
            } catch (StackFailure e) {
                System.out.println("  once more: " + e.getMessage());
            }
        }
        return loading.applyAsDouble(ATTEMPTS);
    }

    private static Taken ofLoad(double perSecond) {
        return Taken.ofRate(perSecond, LOAD.toSeconds());
    }

    private Taken posted(String name) {
        Taken taken = ofLoad(postings(LOAD, name));
        backlog.awaitEvents(0);
        return taken;
    }

    private Taken ofRoster(String name) {
        double perSecond = RosterUpload.rate(rig, all, ROSTER, name);
        backlog.awaitEvents(0);
        return Taken.ofRate(perSecond, ROSTER / perSecond);
    }

    private Taken ofSummary() {
        long from = System.nanoTime();
        int status = rig.board(Service.COMPLIANCE).get("/v1/statuses/summary").status();
        double seconds = Await.secondsSince(from);
        if (status != 200) {
            notes.add(
                    "The summary was refused (%d) after %.1f s: its time is the least that it takes."
                            .formatted(status, seconds));
        }
        return new Taken(seconds * 1e6 / all.number(), all.number());
    }

    private Taken recomputed() {
        int some = Math.min(RECOMPUTED, all.number());
        double perSecond = Recompute.rate(rig, some);
        return Taken.ofRate(perSecond, some / perSecond);
    }
}
