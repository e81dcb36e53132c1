package cme.credit.matching;

import cme.chassis.database.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The questions of one asker within one transaction, answered so that a society learns nobody's
/// day of birth by asking often (domain, section 4, "Asking who somebody is").
///
/// A society that has contradicted a person's day of birth is told `NO_MATCH` for the rest of the
/// day as soon as all societies have contradicted it five times. A society that has not
/// contradicted it is answered: nobody can block a person for others. The board is always told the
/// truth.
public final class Questions {
    /// Contradictions of one person's day of birth on one day.
    public static final int MAX_CONTRADICTIONS = 5;

    /// Stands for the person of a question that contradicts nobody.
    private static final String NOBODY = "";

    private static final String ONE_AFTER_THE_OTHER =
            "select pg_advisory_xact_lock(hashtextextended(:provider, 3))";

    private static final String READ =
            """
            select person, sum(times), coalesce(sum(times) filter (where provider = :provider), 0)
            from birth_day_contradiction where day = :day and person = any(:persons) group by person
            """;

    private static final String WRITE =
            """
            with old as (
                delete from birth_day_contradiction where (day, person, provider) in (
                    select day, person, provider from birth_day_contradiction
                    where day < :day limit 1000 for update skip locked))
            insert into birth_day_contradiction as c (day, person, provider, times)
            select :day, n.person, :provider, n.times::int
            from unnest(:persons::text[], :times::text[]) as n (person, times) order by n.person
            on conflict (day, person, provider) do update set times = c.times + excluded.times
            """;

    private final @Nullable String provider;
    private final LocalDate day;
    private final long allowance;
    private final boolean isShort;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Integer> news = new HashMap<>();
    private long people;
    private long misses;
    private boolean isLocked;

    /// How often a person's day was contradicted today.
    private record Tally(int byAll, int byAsker) {
        Tally another() {
            return new Tally(byAll + 1, byAsker + 1);
        }

        boolean isClosed() {
            return byAll >= MAX_CONTRADICTIONS && byAsker > 0;
        }
    }

    /// The answer to a claim.
    ///
    /// @param truth for the board, and for what is recorded
    /// @param masked whether a society is told `NO_MATCH` instead
    public record Answer(IdentityMatch truth, boolean masked) {}

    private Questions(@Nullable String provider, LocalDate day, long allowance, boolean isShort) {
        this.provider = provider;
        this.day = day;
        this.allowance = allowance;
        this.isShort = isShort;
    }

    /// The questions of a roster, of which each provider has one at a time. What is asked beside it
    /// does not see its contradictions before its end, and may contradict five times, too.
    ///
    /// @param provider null for the board
    /// @param today the board's date
    /// @param allowance the misses of which the asker is told the reason
    static Questions ofRoster(@Nullable String provider, LocalDate today, long allowance) {
        return new Questions(provider, today, allowance, false);
    }

    /// Questions in a transaction that is soon over. Those about days of birth are answered one
    /// after the other, so that many at once are not more than five.
    static Questions ofSingles(@Nullable String provider, LocalDate today, long allowance) {
        return new Questions(provider, today, allowance, true);
    }

    /// Reads every diplomate whom one of the claims could mean.
    public IdentityMatching prepare(Handle transaction, List<Claim> claims) {
        boolean namesDays = claims.stream().anyMatch(claim -> claim.birthMonthDay() != null);
        if (provider != null && namesDays && isShort && !isLocked) {
            transaction.createUpdate(ONE_AFTER_THE_OTHER).bind("provider", provider).execute();
            isLocked = true;
        }
        IdentityMatching matching = IdentityMatching.prepare(transaction, claims);
        if (provider != null && namesDays) {
            read(transaction, provider, matching.persons());
        }
        return matching;
    }

    private void read(Handle transaction, String asker, Set<String> persons) {
        Set<String> unread = new HashSet<>(persons);
        unread.removeAll(tallies.keySet());
        if (unread.isEmpty()) {
            return;
        }
        unread.forEach(person -> tallies.put(person, new Tally(0, 0)));
        transaction
                .createQuery(READ)
                .bind("provider", asker)
                .bind("day", day)
                .bind("persons", unread.toArray(String[]::new))
                .map(
                        (row, _) ->
                                Map.entry(
                                        row.getString(1), new Tally(row.getInt(2), row.getInt(3))))
                .forEach(read -> tallies.put(read.getKey(), read.getValue()));
    }

    /// @param claim one of those that the matching was prepared for
    public Answer ask(IdentityMatching matching, Claim claim) {
        IdentityMatch truth = matching.match(claim);
        people++;
        if (provider == null) {
            misses += truth instanceof IdentityMatch.Match ? 0 : 1;
            return new Answer(truth, false);
        }
        boolean closed = claim.birthMonthDay() != null && isClosed(matching, claim);
        boolean missed = closed || !(truth instanceof IdentityMatch.Match);
        misses += missed ? 1 : 0;
        return new Answer(truth, closed || missed && misses > allowance);
    }

    /// Whether the asker is told nothing more today about somebody whom the claim may mean; else
    /// the contradictions are counted.
    private boolean isClosed(IdentityMatching matching, Claim claim) {
        Set<String> named = matching.named(claim);
        if (named.stream().anyMatch(person -> tallies.get(person).isClosed())) {
            news.merge(NOBODY, 1, Integer::sum);
            return true;
        }
        Set<String> contradicted = matching.contradicted(claim);
        for (String person : contradicted) {
            tallies.computeIfPresent(person, (_, tally) -> tally.another());
            news.merge(person, 1, Integer::sum);
        }
        if (contradicted.isEmpty() && !(matching.match(claim) instanceof IdentityMatch.Match)) {
            news.merge(NOBODY, 1, Integer::sum);
        }
        return false;
    }

    /// Keeps the contradictions that were counted since the last time. Whoever asks calls it as the
    /// last thing of the transaction, so that questions beside it do not wait for a whole roster:
    /// its rows are locked from here on.
    public void write(Handle transaction) {
        if (provider == null || news.isEmpty()) {
            return;
        }
        var entries = new ArrayList<>(news.entrySet());
        transaction
                .createUpdate(WRITE)
                .bind("day", day)
                .bind("provider", provider)
                .bind("persons", Columns.of(entries, Map.Entry::getKey))
                .bind("times", Columns.of(entries, Map.Entry::getValue))
                .execute();
        news.clear();
    }

    /// Whether the asker is a society, which is told `MATCH` or `NO_MATCH` only unless the question
    /// records something.
    public boolean isOfSociety() {
        return provider != null;
    }

    /// The claims that were asked about.
    public long people() {
        return people;
    }

    /// Those that did not find their diplomate, as far as the asker is told.
    public long misses() {
        return misses;
    }
}
