package cme.benchmarks.scaling;

import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Topic;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Completions that are still on their way from the ledger to the statuses. All are waited for, as
/// long as they get fewer.
record Backlog(BenchmarkStack rig) {
    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);

    /// Completions that were recorded and not applied.
    long events() {
        long unpublished = (long) rig.unpublished(Service.CREDIT);
        return unpublished + rig.topic(Topic.COMPLETIONS).size() - rig.assessed();
    }

    /// Waits until at most so many events are on their way.
    void awaitEvents(long most) {
        await("events", this::events, most);
    }

    /// Waits until nobody is to be assessed again.
    void awaitAssessed() {
        await(
                "diplomates to be assessed",
                () -> rig.compliance().number("select count(*) from reassessment"),
                0);
    }

    private static void await(String what, LongSupplier left, long most) {
        long least = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (true) {
            long now = left.getAsLong();
            if (now <= most) {
                return;
            }
            if (now < least) {
                least = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > WITHOUT_PROGRESS.toNanos()) {
                throw new StackFailure(
                        "For ten minutes there were no fewer than %,d %s.".formatted(least, what));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
