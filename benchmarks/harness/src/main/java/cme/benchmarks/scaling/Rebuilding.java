package cme.benchmarks.scaling;

import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Diplomates;
import cme.benchmarks.stack.Topic;
import cme.stack.client.Answer;
import cme.stack.client.Api;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A rebuild of the evidence, and how long others wait while it runs: now and then a completion is
/// posted, and its way to the evidence is timed, and that of readiness events to Kafka.
final class Rebuilding {
    private static final String PATH = "/v1/projection/rebuild";
    private static final Duration POLL = Duration.ofMillis(100);

    private final BenchmarkStack rig;
    private final Diplomates all;
    private final Backlog backlog;
    private final String run;
    private final Api board;
    private int posted;
    private double longestWait;
    private double longestUnpublished;

    Rebuilding(BenchmarkStack rig, Diplomates all, Backlog backlog, String run) {
        this.rig = rig;
        this.all = all;
        this.backlog = backlog;
        this.run = run;
        this.board = rig.board(Service.COMPLIANCE);
    }

    List<Cost> measure() {
        long events = rig.topic(Topic.COMPLETIONS).size();
        var spending = Spending.since(rig);
        long from = System.nanoTime();
        board.post(PATH, "{}").expect(200, 202);
        while (isRunning()) {
            postAndWait();
        }
        double rebuilt = Await.secondsSince(from);
        var rebuilding = spending.untilNow().dividedBy(events);
        spending = Spending.since(rig);
        from = System.nanoTime();
        backlog.awaitAssessed();
        double assessed = Await.secondsSince(from);
        var assessing = spending.untilNow().dividedBy(all.number());
        return List.of(
                cost("an event read again by a rebuild", "us", rebuilt * 1e6 / events, rebuilding),
                cost(
                        "a diplomate assessed after it",
                        "us",
                        assessed * 1e6 / all.number(),
                        assessing),
                cost("the longest wait of a completion during it", "s", longestWait, Spent.UNKNOWN),
                cost(
                        "the longest wait of a readiness event during it",
                        "s",
                        longestUnpublished,
                        Spent.UNKNOWN));
    }

    /// Waits shorter than the pause between two looks are not told apart.
    private static Cost cost(String item, String unit, double time, Spent spent) {
        double least = POLL.toNanos() / 1e9;
        double value = unit.equals("s") ? Math.max(time, least) : time;
        return new Cost(item, unit, new Samples(List.of(value)), spent);
    }

    private boolean isRunning() {
        Answer answer = board.get(PATH).expect(200);
        String state = answer.at("/state");
        if (state.equals("FAILED")) {
            throw new StackFailure("The rebuild failed: " + answer.at("/problem"));
        }
        return state.equals("RUNNING");
    }

    private void postAndWait() {
        int diplomate = posted % all.number() + 1;
        rig.society()
                .post(
                        "/v1/completions",
                        """
                        {"externalId":"%s-%d","diplomateId":"%s","familyName":"Bench%d","title":"Meanwhile",
                         "completedOn":"2025-06-12","credits":1.5}\
                        """
                                .formatted(run, posted, all.id(diplomate), diplomate))
                .expect(201);
        posted++;
        long from = System.nanoTime();
        long published = from; // or there was nothing to publish
        do {
            LockSupport.parkNanos(POLL.toNanos());
            long now = System.nanoTime();
            if (rig.unpublished(Service.COMPLIANCE) == 0) {
                published = now;
            }
            longestUnpublished = Math.max(longestUnpublished, (now - published) / 1e9);
        } while (backlog.events() > 0);
        longestWait = Math.max(longestWait, Await.secondsSince(from));
    }
}
