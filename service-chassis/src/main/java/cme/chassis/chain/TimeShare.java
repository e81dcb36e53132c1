package cme.chassis.chain;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Keeps work in the background to a share of the time, so that it leaves the machine to those that
/// wait for answers. When the machine is busy the work takes longer, and so do its pauses.
final class TimeShare {

    private static final int WHOLE = 100;
    private static final long SLICE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long MAX_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final int percent;
    private final BooleanSupplier stopped;

    /// @param percent of the time that the work may take
    /// @param stopped ends a pause
    TimeShare(int percent, BooleanSupplier stopped) {
        this.percent = Math.min(percent, WHOLE);
        this.stopped = stopped;
    }

    /// Pauses after a piece of work.
    ///
    /// @param begun [System#nanoTime] when it began
    void pauseAfter(long begun) {
        long now = System.nanoTime();
        long pause = Math.min((now - begun) / percent * (WHOLE - percent), MAX_PAUSE_NANOS);
        for (long rest = pause; rest > 0 && !stopped.getAsBoolean(); ) {
            LockSupport.parkNanos(Math.min(rest, SLICE_NANOS));
            rest = now + pause - System.nanoTime();
        }
    }
}
