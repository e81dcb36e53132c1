package cme.chassis.quota;

import java.time.Duration;

/// What is left of a quota of one caller.
///
/// @param granted whether what was asked for is granted
/// @param remaining what is left now
/// @param pause until what was refused can be granted; zero when it is granted
public record QuotaState(Quota quota, boolean granted, long remaining, Duration pause) {

    /// The same, refused until all has come back: for who asks for much at once, one more of it
    /// would be refused as well.
    public QuotaState untilFull() {
        return new QuotaState(quota, false, remaining, quota.untilFull(remaining));
    }

    /// For the header `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers).
    String policy() {
        return "\"%s\";q=%d;w=%d"
                .formatted(quota.name(), quota.perWindow(), quota.window().toSeconds());
    }

    /// For the header `RateLimit`: what is left, and the seconds until it is whole again.
    String limit() {
        return "\"%s\";r=%d;t=%d"
                .formatted(quota.name(), remaining, quota.untilFull(remaining).toSeconds());
    }

    /// For the header `Retry-After`, in seconds and at least 1.
    long retryAfter() {
        return Math.max(1, Math.ceilDiv(pause.toMillis(), 1_000L));
    }
}
