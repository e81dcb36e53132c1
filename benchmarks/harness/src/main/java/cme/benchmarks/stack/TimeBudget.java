package cme.benchmarks.stack;

import cme.stack.process.StackFailure;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// The quarter of an hour that a whole run may take. Each part of the run has its share. While the
/// run is behind schedule, no measurement is repeated: a slow machine loses rounds, not
/// measurements.
public final class TimeBudget {
    /// The time for starting the stack. The rest of the quarter of an hour is kept for its end and
    /// for a round that takes longer than planned.
    static final int STARTED = 11;

    /// Seconds that each part took on two slow cores of a shared machine.
    static final Map<String, Integer> SHARES =
            Map.ofEntries(
                    Map.entry("start", 73),
                    Map.entry("data x1", 37),
                    Map.entry("growth warm-up", 60),
                    Map.entry("roster", 64),
                    Map.entry("posting", 77),
                    Map.entry("catching-up", 131),
                    Map.entry("freshness", 69),
                    Map.entry("data x4", 22),
                    Map.entry("growth x4", 33),
                    Map.entry("data x16", 83),
                    Map.entry("growth x16", 33),
                    Map.entry("status", 48),
                    Map.entry("worklist", 42),
                    Map.entry("recompute", 58),
                    Map.entry("data x1 again", 20),
                    Map.entry("growth x1", 33));

    private final boolean bounded;
    private final LongSupplier nanoTime;
    private final long begin;
    private int seconds = STARTED;

    /// @param bounded whether there is a quarter of an hour to keep to, as there is for a whole run
    public TimeBudget(boolean bounded) {
        this(bounded, System::nanoTime);
    }

    TimeBudget(boolean bounded, LongSupplier nanoTime) {
        this.bounded = bounded;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /// Gives the next part of the run its share.
    ///
    /// @throws StackFailure when it has none
    public void begin(String part) {
        var share = SHARES.get(part);
        if (share == null) {
            throw new StackFailure("Nobody said how long " + part + " may take.");
        }
        seconds += share;
    }

    public boolean isBounded() {
        return bounded;
    }

    public boolean isBehind() {
        return bounded && nanoTime.getAsLong() - begin > seconds * 1_000_000_000L;
    }

    /// The numbers of the rounds, from 0: all that are planned, or as many as there is time for,
    /// but at least one. The stream has to be consumed while the rounds run.
    public IntStream rounds(int most) {
        return IntStream.range(0, most).takeWhile(round -> round == 0 || !isBehind());
    }
}
