package cme.benchmarks;

import java.time.Duration;

/// The sizes of a run.
///
/// @param load how long the load generator runs in one round
/// @param unit diplomates at 1x; a multiple of 200, the period of what they completed
/// @param listed diplomates of whom there is a status, and eight findings each
/// @param events caught up in a round, after the warm-up
/// @param reassessed diplomates assessed again in a round
/// @param probes completions whose arrival is timed in a round
public record Scale(
        boolean quick,
        int rounds,
        Duration load,
        int unit,
        int completions,
        int listed,
        int rosterRows,
        int events,
        int warmUpEvents,
        int eventDiplomates,
        int reassessed,
        int probes) {

    /// Times the data at 1x, in the order in which they are reached.
    public static final int[] LEVELS = {1, 4, 16};

    public static final int LAST = LEVELS[LEVELS.length - 1];

    public static final Scale FULL =
            new Scale(
                    false,
                    3,
                    Duration.ofSeconds(2),
                    6_400,
                    60,
                    108_800,
                    100_000,
                    500_000,
                    20_000,
                    20_000,
                    12_800,
                    250);

    /// Shows that everything runs; its numbers mean little.
    public static final Scale QUICK =
            new Scale(
                    true,
                    2,
                    Duration.ofSeconds(2),
                    400,
                    60,
                    8_000,
                    5_000,
                    8_000,
                    2_000,
                    1_000,
                    1_000,
                    30);

    public int diplomates(int level) {
        return unit * level;
    }
}
