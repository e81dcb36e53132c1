package cme.chassis.quota;

import java.time.Duration;

/// How much one caller may ask for.
///
/// @param name a token, such as `misses`; clients see it
/// @param atOnce the most that may be asked for at once after a pause
/// @param perWindow what comes back within a window, evenly
public record Quota(String name, long atOnce, long perWindow, Duration window) {

    /// @throws IllegalArgumentException unless all numbers are positive
    public Quota {
        if (atOnce < 1 || perWindow < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("A quota of nothing: " + name);
        }
    }

    public static Quota perMinute(String name, int calls) {
        return new Quota(name, calls, calls, Duration.ofMinutes(1));
    }

    /// The key of a caller. A quota whose size is changed begins afresh.
    String key(String who) {
        return "%s:%d:%d:%s:%s".formatted(name, atOnce, perWindow, window, who);
    }

    /// The time until the missing part has come back.
    Duration untilFull(long remaining) {
        long missing = Math.max(0, atOnce - remaining);
        return Duration.ofSeconds(Math.ceilDiv(missing * window.toSeconds(), perWindow));
    }
}
