package cme.chassis.webhook;

import cme.chassis.ChassisConfig;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// When a delivery that failed is tried again: after pauses that double, with jitter, so that the
/// events that wait for a receiver do not come all at once when it is back.
final class RetryPolicy {

    /// A receiver cannot put off its deliveries for longer with `Retry-After`.
    static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private static final int MAX_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    private final Duration first;
    private final Duration longest;
    private final Duration giveUpAfter;

    RetryPolicy(ChassisConfig.Webhooks config) {
        this.first = config.firstPause();
        this.longest = config.longestPause();
        this.giveUpAfter = config.giveUpAfter();
    }

    /// @param attempts that have failed, at least 1
    Duration pause(int attempts, Optional<Duration> retryAfter) {
        long doubled = first.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
        long millis = Math.min(doubled, longest.toMillis());
        double jittered =
                millis * (1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble());
        long asked = retryAfter.map(Duration::toMillis).orElse(0L);
        return Duration.ofMillis(
                Math.max((long) jittered, Math.min(asked, LONGEST_RETRY_AFTER.toMillis())));
    }

    boolean isOver(Instant firstAttempt, Instant now) {
        return !firstAttempt.plus(giveUpAfter).isAfter(now);
    }
}
