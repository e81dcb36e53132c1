package cme.credit.matching;

import cme.chassis.quota.Quota;
import cme.chassis.quota.QuotaExceeded;
import cme.chassis.quota.QuotaState;
import cme.chassis.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Counts the misses of providers: claims that did not find their diplomate. Who guesses misses
/// most of the time.
///
/// A question that records nothing (a match, a dry run, a correction that names somebody) is
/// refused without quota. A posting is never refused: beyond the quota its poster is not told why a
/// row is held. The board has no quota. None of this may be called within a transaction.
@Singleton
public final class MissQuota {
    private static final String NAME = "misses";
    private static final Duration DAY = Duration.ofDays(1);

    /// A day of contradictions is one of the board.
    private static final ZoneId BOARD = ZoneId.of("America/New_York");

    private final Quotas quotas;
    private final MatchingLimits limits;
    private final MeterRegistry registry;
    private final Clock clock;

    /// When providers whose quota was found used up have some again. Only for what this instance
    /// need not know exactly.
    private final Map<String, Instant> usedUpUntil = new ConcurrentHashMap<>();

    MissQuota(Quotas quotas, MatchingLimits limits, MeterRegistry registry, Clock clock) {
        this.quotas = quotas;
        this.limits = limits;
        this.registry = registry;
        this.clock = clock;
        count("", 0);
    }

    /// The result of questions, and what is left of the asker's quota; null for the board.
    public record Asked<T>(T result, @Nullable QuotaState left) {}

    /// Asks questions that record nothing when they miss, and tells the result when its misses are
    /// spent.
    ///
    /// @param isRoster whether the questions are those of a roster
    /// @throws QuotaExceeded when nothing is left, or less than the misses of these questions
    public <T> Asked<T> ask(
            @Nullable String provider, boolean isRoster, Function<Questions, T> work) {
        if (provider == null) {
            return new Asked<>(work.apply(questions(null, isRoster, Long.MAX_VALUE)), null);
        }
        Questions asked = questions(provider, isRoster, require(provider));
        T result = work.apply(asked);
        return new Asked<>(result, spendOrRefuse(provider, asked.misses()));
    }

    private long require(String provider) {
        QuotaState left = quotas.left(quota(provider), provider);
        if (!left.granted()) {
            throw exceeded(left);
        }
        return left.remaining();
    }

    /// If there are more misses than are left, all that is left is spent and nothing is told: the
    /// refusal would be an answer otherwise, and a free one.
    private QuotaState spendOrRefuse(String provider, long misses) {
        count(provider, misses);
        QuotaState state = quotas.take(quota(provider), provider, misses);
        if (!state.granted()) {
            quotas.takeUpTo(quota(provider), provider, Long.MAX_VALUE);
            throw exceeded(quotas.left(quota(provider), provider));
        }
        return state;
    }

    /// Spends the misses of a posting, as far as there is any quota.
    public void spend(@Nullable String provider, long misses) {
        if (provider == null || misses == 0) {
            return;
        }
        count(provider, misses);
        if (isUsedUp(provider)) {
            return;
        }
        QuotaState state = quotas.takeUpTo(quota(provider), provider, misses);
        if (!state.granted()) {
            usedUpUntil.put(provider, clock.instant().plus(state.pause()));
        }
    }

    private void count(String provider, long misses) {
        registry.counter("cme.matching.misses", "provider", provider).increment(misses);
    }

    /// The questions of a posted roster. Its poster is told the reasons of so many misses as are
    /// left.
    public Questions ofRoster(@Nullable String provider) {
        long allowance =
                provider == null
                        ? Long.MAX_VALUE
                        : quotas.left(quota(provider), provider).remaining();
        return questions(provider, true, allowance);
    }

    /// The questions of single postings. Whether any quota is left is taken from what this instance
    /// knows, without asking the database.
    public Questions ofSingles(@Nullable String provider) {
        boolean usedUp = provider != null && isUsedUp(provider);
        return questions(provider, false, usedUp ? 0 : Long.MAX_VALUE);
    }

    private Questions questions(@Nullable String provider, boolean isRoster, long allowance) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BOARD);
        return isRoster
                ? Questions.ofRoster(provider, today, allowance)
                : Questions.ofSingles(provider, today, allowance);
    }

    private boolean isUsedUp(String provider) {
        Instant until = usedUpUntil.get(provider);
        return until != null && clock.instant().isBefore(until);
    }

    private Quota quota(String provider) {
        Integer own =
                limits.missesOf().entrySet().stream()
                        .filter(one -> one.getKey().equalsIgnoreCase(provider))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        return own == null
                ? new Quota(NAME, limits.missesAtOnce(), limits.missesPerDay(), DAY)
                : new Quota(NAME, own, own, DAY);
    }

    private static QuotaExceeded exceeded(QuotaState state) {
        return new QuotaExceeded(
                state,
                "Your society has asked about too many people who are not found. Post the rows"
                        + " instead, which is never refused: what finds nobody is held and not lost."
                        + " Or ask the board office for a larger quota.");
    }
}
