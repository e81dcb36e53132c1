package cme.chassis.quota;

import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

/// Counts quotas in the database, so that all instances count together. Each call takes a
/// connection of its own: nobody may call this within a transaction, which holds one already.
@Singleton
public final class Quotas {

    private static final Duration CLEANING = Duration.ofMinutes(10);
    private static final int CLEANED_AT_ONCE = 1_000;
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final Clock clock;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.MIN);

    @Inject
    Quotas(AgroalDataSource dataSource, Clock clock) {
        this((DataSource) dataSource, clock);
    }

    Quotas(DataSource dataSource, Clock clock) {
        this.clock = clock;
        this.buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("quota_bucket")
                        .expiresAtColumn("expires_at")
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        KEPT_WHEN_FULL))
                        .clientClock(new ClockTime(clock))
                        .build();
    }

    /// Takes so much of the caller's quota, or nothing when there is less.
    ///
    /// @param amount may be 0
    public QuotaState take(Quota quota, String who, long amount) {
        clean();
        if (amount == 0) {
            return left(quota, who);
        }
        if (amount > quota.atOnce()) {
            long left = bucket(quota, who).getAvailableTokens();
            return new QuotaState(quota, false, Math.max(0, left), quota.untilFull(left));
        }
        ConsumptionProbe probe = bucket(quota, who).tryConsumeAndReturnRemaining(amount);
        return new QuotaState(
                quota,
                probe.isConsumed(),
                Math.max(0, probe.getRemainingTokens()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Takes so much, or all that is left when it is less.
    ///
    /// @return what is left; granted when it was enough
    public QuotaState takeUpTo(Quota quota, String who, long amount) {
        clean();
        Bucket bucket = bucket(quota, who);
        long taken = amount == 0 ? 0 : bucket.tryConsumeAsMuchAsPossible(amount);
        QuotaState left = left(quota, who);
        return new QuotaState(quota, taken == amount, left.remaining(), left.pause());
    }

    /// Gives back what was taken and not used.
    public QuotaState giveBack(Quota quota, String who, long amount) {
        bucket(quota, who).addTokens(amount);
        return left(quota, who);
    }

    /// What is left, without taking any; granted when there is any.
    public QuotaState left(Quota quota, String who) {
        var probe = bucket(quota, who).estimateAbilityToConsume(1);
        return new QuotaState(
                quota,
                probe.canBeConsumed(),
                Math.max(0, probe.getRemainingTokens()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Quota quota, String who) {
        return buckets.builder().build(quota.key(who), () -> configuration(quota));
    }

    private static BucketConfiguration configuration(Quota quota) {
        return BucketConfiguration.builder()
                .addLimit(
                        limit ->
                                limit.capacity(quota.atOnce())
                                        .refillGreedy(quota.perWindow(), quota.window()))
                .build();
    }

    /// Deletes the rows of callers who have asked for nothing in a while.
    private void clean() {
        Instant now = clock.instant();
        Instant before = cleaned.get();
        if (before.isBefore(now.minus(CLEANING)) && cleaned.compareAndSet(before, now)) {
            buckets.removeExpired(CLEANED_AT_ONCE);
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
