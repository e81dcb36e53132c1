package cme.chassis.chain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Keeps work in the background below a number of entries a second, so that it leaves the machine
/// to those that wait for answers.
final class RateLimit {

    /// A pause is no longer, so that a service can stop.
    private static final long MAX_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final int entriesPerSecond;

    RateLimit(int entriesPerSecond) {
        this.entriesPerSecond = entriesPerSecond;
    }

    /// Pauses after work on entries for the rest of the time that they may take.
    ///
    /// @param begun [System#nanoTime] when the work began
    void pauseAfter(long entries, long begun) {
        long mayTake = entries * TimeUnit.SECONDS.toNanos(1) / entriesPerSecond;
        long rest = begun + mayTake - System.nanoTime();
        if (rest > 0) {
            LockSupport.parkNanos(Math.min(rest, MAX_PAUSE_NANOS));
        }
    }
}
