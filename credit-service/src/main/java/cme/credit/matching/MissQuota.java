package cme.credit.matching;

import cme.chassis.access.AccessNotes;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Counts the misses of providers: claims that did not find their diplomate. Who guesses misses
/// most of the time.
///
/// A question that records nothing (a match, a dry run, a correction that names somebody) is
/// refused without quota. A posting is never refused: beyond the quota its poster is not told why a
/// row is held. The board has no quota. None of this may be called within a transaction.
@Singleton
public final class MissQuota {
    private static final Logger LOG = Logger.getLogger(MissQuota.class);
    private static final String NAME = "misses";
    private static final Duration DAY = Duration.ofDays(1);

    /// A day of contradictions is one of the board.
    private static final ZoneId BOARD = ZoneId.of("America/New_York");

    /// How long this instance relies on what it knows of a quota while nothing is spent.
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    /// Whose quota was used up is told reasons again when one part of so many is back.
    private static final long SHARES = 10;

    private final Quotas quotas;
    private final MatchingLimits limits;
    private final AccessNotes notes;
    private final MeterRegistry registry;
    private final Clock clock;

    /// What was left of the quotas at the last look. Single postings do not look each time.
    private final Map<String, Left> known = new ConcurrentHashMap<>();

    MissQuota(
            Quotas quotas,
            MatchingLimits limits,
            AccessNotes notes,
            MeterRegistry registry,
            Clock clock) {
        this.quotas = quotas;
        this.limits = limits;
        this.notes = notes;
        this.registry = registry;
        this.clock = clock;
        count("", 0);
    }

    /// @param isUsedUp from the last one on until a share is back, so that who guesses is not told
    ///   a reason whenever a single one is
    private record Left(long remaining, boolean isUsedUp, Instant at) {
        long allowance() {
            return isUsedUp ? 0 : remaining;
        }

        Left without(long misses) {
            long rest = Math.max(0, remaining - misses);
            return new Left(rest, isUsedUp || rest == 0, at);
        }
    }

    /// The result of questions, and what is left of the asker's quota; null for the board.
    public record Asked<T>(T result, @Nullable QuotaState left) {}

    /// Asks questions that record nothing when they miss, and tells the result when its misses are
    /// spent. The access record has them whether it is told or not.
    ///
    /// @param isRoster whether the questions are those of a roster
    /// @throws QuotaExceeded when nothing is left, or less than the misses of these questions
    public <T> Asked<T> ask(
            @Nullable String provider, boolean isRoster, Function<Questions, T> work) {
        long allowance = provider == null ? Long.MAX_VALUE : require(provider, isRoster);
        Questions asked = questions(provider, isRoster, allowance);
        T result;
        try {
            result = work.apply(asked);
        } finally {
            notes.asked(asked.people(), asked.misses());
        }
        return new Asked<>(
                result,
                provider == null ? null : spendOrRefuse(provider, isRoster, asked.misses()));
    }

    private long require(String provider, boolean isRoster) {
        QuotaState left = quotas.left(quota(provider), provider);
        if (!left.granted()) {
            throw exceeded(left, isRoster);
        }
        return left.remaining();
    }

    /// If there are more misses than are left, all that is left is spent and nothing is told: the
    /// refusal would be an answer otherwise, and a free one.
    private QuotaState spendOrRefuse(String provider, boolean isRoster, long misses) {
        count(provider, misses);
        QuotaState state = quotas.take(quota(provider), provider, misses);
        if (!state.granted()) {
            QuotaState nothing = quotas.takeUpTo(quota(provider), provider, Long.MAX_VALUE);
            learn(provider, nothing);
            throw exceeded(nothing, isRoster);
        }
        learn(provider, state);
        return state;
    }

    /// Spends the misses of a posting, as far as there is any quota. The posting is recorded
    /// already, so it does not fail when they cannot be spent.
    public void spend(@Nullable String provider, long misses) {
        if (provider == null || misses == 0) {
            return;
        }
        count(provider, misses);
        Left before = known.get(provider);
        if (before != null && before.isUsedUp()) {
            return;
        }
        try {
            learn(provider, quotas.takeUpTo(quota(provider), provider, misses));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%d misses of %s could not be spent", misses, provider);
            known.computeIfPresent(provider, (_, left) -> left.without(misses));
        }
    }

    private Left learn(String provider, QuotaState state) {
        return known.compute(
                provider,
                (_, before) -> {
                    long share = Math.max(1, state.quota().atOnce() / SHARES);
                    boolean wasUsedUp = before != null && before.isUsedUp();
                    boolean isUsedUp = state.remaining() < (wasUsedUp ? share : 1);
                    return new Left(state.remaining(), isUsedUp, clock.instant());
                });
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

    /// The questions of single postings. What is left of the quota is what this instance knew last,
    /// at most a minute ago, so that not every posting asks the database.
    public Questions ofSingles(@Nullable String provider) {
        return questions(provider, false, provider == null ? Long.MAX_VALUE : allowance(provider));
    }

    private long allowance(String provider) {
        Left left = known.get(provider);
        if (left == null || left.at().plus(KNOWN_FOR).isBefore(clock.instant())) {
            left = learn(provider, quotas.left(quota(provider), provider));
        }
        return left.allowance();
    }

    private Questions questions(@Nullable String provider, boolean isRoster, long allowance) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BOARD);
        return isRoster
                ? Questions.ofRoster(provider, today, allowance)
                : Questions.ofSingles(provider, today, allowance);
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

    private static QuotaExceeded exceeded(QuotaState state, boolean isRoster) {
        return new QuotaExceeded(
                isRoster ? state.untilFull() : state,
                "Your society has asked about too many people who are not found. Post the rows"
                        + " instead, which is never refused: what finds nobody is held and not lost."
                        + " Or ask the board office for a larger quota.");
    }
}
