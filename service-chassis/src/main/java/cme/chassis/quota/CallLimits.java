package cme.chassis.quota;

import cme.chassis.ChassisConfig;

import jakarta.inject.Singleton;

/// Counts the calls of an operation (`cme.chassis.quota.calls-per-minute`), for those that are
/// [Limited] and for open ones, whose caller is not known.
@Singleton
public final class CallLimits {

    private final Quotas quotas;
    private final RateLimits limits;
    private final int callsPerMinute;

    CallLimits(Quotas quotas, RateLimits limits, ChassisConfig config) {
        this.quotas = quotas;
        this.limits = limits;
        this.callsPerMinute = config.quota().callsPerMinute();
    }

    /// Counts a call. It may not be made within a transaction.
    ///
    /// @param name of the quota, a token that clients see
    /// @param who calls, or what is asked about
    /// @throws QuotaExceeded when it is one too many
    public void count(String name, String who) {
        QuotaState state = quotas.take(Quota.perMinute(name, callsPerMinute), who, 1);
        limits.add(state);
        if (!state.granted()) {
            throw new QuotaExceeded(
                    state,
                    "This is asked at most %d times a minute. Nothing was done."
                            .formatted(callsPerMinute));
        }
    }
}
