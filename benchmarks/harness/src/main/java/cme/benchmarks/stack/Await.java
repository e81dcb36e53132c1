package cme.benchmarks.stack;

import cme.stack.process.StackFailure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, up to a limit.
public final class Await {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(10);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StackFailure("Waited in vain: " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /// Seconds since an instant of `System.nanoTime()`.
    public static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
