package cme.benchmarks.scaling;

import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.Diplomates;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Loads the board. The catalog and who the diplomates are go through the services; their cycles
/// and tracers, and the postings, are written as the services write them, as posting ten at a time
/// would take days. All that follows is real: the ledger's events are published, signed, applied
/// and assessed. What an earlier run has loaded is not loaded again.
record Loading(BenchmarkStack rig, Backlog backlog) {
    static final int COMPLETIONS = 60;

    private static final int CHUNK = 2_000;
    private static final int IMPORT = 20_000;
    private static final int CATALOG = 20;
    private static final int CHUNKS_UNDERWAY = 2;

    /// Loads until there are so many diplomates.
    ///
    /// @return the cost of a completion from the ledger to a stored status, if enough were loaded
    ///   to tell
    Optional<Cost> growTo(Diplomates all) {
        enterCatalog();
        int from = loaded(rig);
        if (from >= all.number()) {
            return Optional.empty();
        }
        importIdentities(all);
        var spending = Spending.since(rig);
        long begin = System.nanoTime();
        for (int first = from + 1; first <= all.number(); first += CHUNK) {
            int last = Math.min(all.number(), first + CHUNK - 1);
            load(first, last);
            tell(last - from, all.number() - from, begin);
        }
        backlog.awaitEvents(0);
        backlog.awaitAssessed();
        double events = (double) (all.number() - from) * COMPLETIONS;
        double micros = Await.secondsSince(begin) * 1e6 / events;
        return Optional.of(
                new Cost(
                        "a completion from the ledger to a stored status",
                        "us",
                        new Samples(List.of(micros)),
                        spending.untilNow().dividedBy(events)));
    }

    private void enterCatalog() {
        if (rig.credit().number("select count(*) from activity where code like 'BENCH-%'")
                < CATALOG) {
            Dataset.enterActivities(rig);
        }
    }

    /// The chunks of the diplomates up to this one are complete.
    static int loaded(BenchmarkStack rig) {
        return number(rig, "completion");
    }

    private static int number(BenchmarkStack rig, String table) {
        return (int)
                rig.credit()
                        .number(
                                "select coalesce(substr(max(diplomate_id), 2), '0') from "
                                        + table
                                        + " where diplomate_id between 'B' and 'C'");
    }

    private void importIdentities(Diplomates all) {
        for (int first = number(rig, "identity") + 1; first <= all.number(); first += IMPORT) {
            int last = Math.min(all.number(), first + IMPORT - 1);
            Dataset.importIdentities(rig, all, first, last);
        }
    }

    private void load(int from, int to) {
        rig.compliance().runFile("records.sql", Map.of("from", from, "to", to));
        rig.credit()
                .runFile(
                        "postings.sql", Map.of("from", from, "to", to, "completions", COMPLETIONS));
        backlog.awaitEvents((long) CHUNKS_UNDERWAY * CHUNK * COMPLETIONS);
    }

    private static void tell(int done, int of, long begin) {
        double seconds = Await.secondsSince(begin);
        System.out.printf(
                "  loaded %,d of %,d diplomates in %,.0f s; %,.0f s to go%n",
                done, of, seconds, seconds / done * (of - done));
    }
}
