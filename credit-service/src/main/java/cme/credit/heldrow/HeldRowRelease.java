package cme.credit.heldrow;

import cme.chassis.eventlog.EventLog;
import cme.credit.access.Poster;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.Completions;
import cme.credit.completion.Overruled;
import cme.credit.completion.OverruledPostings;
import cme.credit.heldrow.HeldRows.ChangedReason;
import cme.credit.heldrow.HeldRows.ReleasedRow;
import cme.credit.identity.IdentityListener;
import cme.credit.matching.Claim;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.IdentityMatching;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Turns held rows into completions when their diplomates become known.
@Singleton
final class HeldRowRelease implements IdentityListener {
    private static final int BATCH_ROWS = 2_000;

    private final HeldRows heldRows;
    private final Completions completions;
    private final Plausibility plausibility;
    private final OverruledPostings overruled;
    private final EventLog eventLog;

    HeldRowRelease(
            HeldRows heldRows,
            Completions completions,
            Plausibility plausibility,
            OverruledPostings overruled,
            EventLog eventLog) {
        this.heldRows = heldRows;
        this.completions = completions;
        this.plausibility = plausibility;
        this.overruled = overruled;
        this.eventLog = eventLog;
    }

    /// When, by whom and why rows are released.
    ///
    /// @param reason null when none was given
    /// @param isResolution whether the board named the diplomate; otherwise an identity has changed
    record Cause(Instant at, String by, @Nullable String reason, boolean isResolution) {}

    /// A held row and its diplomate.
    record MatchedRow(HeldRow row, String diplomateId) {}

    @Override
    public int changed(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            Instant at,
            String by) {
        int released = 0;
        Set<UUID> guessed = GuessedDays.of(transaction, diplomateIds, npis);
        UUID last = HeldRows.FIRST;
        List<HeldRow> rows;
        do {
            rows = heldRows.waitingFor(transaction, diplomateIds, npis, last, BATCH_ROWS);
            released += match(transaction, rows, guessed, at, by);
            last = rows.isEmpty() ? last : rows.getLast().id();
        } while (rows.size() == BATCH_ROWS);
        return released;
    }

    /// @param guessed the rows that are left for the board, and whose poster is told nothing more
    private int match(
            Handle transaction, List<HeldRow> rows, Set<UUID> guessed, Instant at, String by) {
        List<Claim> claims = rows.stream().map(row -> row.posted().claim()).toList();
        IdentityMatching matching = IdentityMatching.prepare(transaction, claims);
        Map<Poster, Overruled> overruledOf = overruled(transaction, rows, matching);
        var matched = new ArrayList<MatchedRow>();
        var changed = new ArrayList<ChangedReason>();
        for (int i = 0; i < rows.size(); i++) {
            HeldRow row = rows.get(i);
            boolean isGuess = guessed.contains(row.id());
            switch (matching.match(claims.get(i))) {
                case IdentityMatch.Match(String diplomateId)
                        when isGuess
                                || isSecret(row)
                                || needsReview(row)
                                || isOverruled(row, diplomateId, overruledOf) ->
                        wait(row, HoldReason.NEEDS_REVIEW, isGuess, changed);
                case IdentityMatch.Match(String diplomateId) ->
                        matched.add(new MatchedRow(row, diplomateId));
                case HoldReason reason -> wait(row, reason, isGuess, changed);
            }
        }
        release(transaction, matched, new Cause(at, by, null, false));
        if (!changed.isEmpty()) {
            heldRows.changeReasons(transaction, changed);
            HeldRosterRows.changeReasons(transaction, changed);
        }
        return matched.size();
    }

    /// The overruled postings by poster; the rows of one change have few posters.
    private Map<Poster, Overruled> overruled(
            Handle transaction, List<HeldRow> rows, IdentityMatching matching) {
        var overruledOf = new HashMap<Poster, Overruled>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.occasion().poster()))
                .forEach(
                        (poster, posted) ->
                                overruledOf.put(
                                        poster,
                                        overruled.of(
                                                transaction,
                                                poster,
                                                posted.stream()
                                                        .map(row -> row.posted().content())
                                                        .toList(),
                                                () -> days(posted, matching))));
        return overruledOf;
    }

    private static Set<Overruled.Day> days(List<HeldRow> rows, IdentityMatching matching) {
        var days = new HashSet<Overruled.Day>();
        for (HeldRow row : rows) {
            if (matching.match(row.posted().claim())
                    instanceof IdentityMatch.Match(String diplomateId)) {
                days.add(day(row, diplomateId));
            }
        }
        return days;
    }

    private static Overruled.Day day(HeldRow row, String diplomateId) {
        return Overruled.Day.of(row.occasion().poster(), diplomateId, row.posted().content());
    }

    /// The poster's name of the same that it said before, if the board decided otherwise about it.
    Optional<String> overruled(Handle handle, HeldRow row) {
        Claim claim = row.posted().claim();
        return IdentityMatching.prepare(handle, List.of(claim)).match(claim)
                        instanceof IdentityMatch.Match(String diplomateId)
                ? overruled
                        .of(
                                handle,
                                row.occasion().poster(),
                                List.of(row.posted().content()),
                                () -> Set.of(day(row, diplomateId)))
                        .by(day(row, diplomateId), row.posted().content())
                : Optional.empty();
    }

    private static boolean isOverruled(
            HeldRow row, String diplomateId, Map<Poster, Overruled> overruledOf) {
        return overruledOf
                .getOrDefault(row.occasion().poster(), Overruled.NONE)
                .by(day(row, diplomateId), row.posted().content())
                .isPresent();
    }

    private static void wait(
            HeldRow row, HoldReason reason, boolean isGuess, List<ChangedReason> changed) {
        boolean masked = row.masked() || isGuess;
        if (reason != row.reason() || masked != row.masked()) {
            changed.add(new ChangedReason(row.id(), reason, masked));
        }
    }

    /// Whether its poster would learn by a release what it was not told when it posted the row.
    /// Without a day of birth it may ask again at any time.
    private static boolean isSecret(HeldRow row) {
        return row.masked() && row.posted().birthMonthDay() != null;
    }

    private boolean needsReview(HeldRow row) {
        return plausibility.needsReview(
                row.posted().content(), row.occasion().poster(), row.occasion().at());
    }

    /// Records completions for the rows, and returns them in the same order.
    List<Completion> release(Handle transaction, List<MatchedRow> matched, Cause cause) {
        var recorded = new ArrayList<Completions.New>();
        var released = new ArrayList<ReleasedRow>();
        for (MatchedRow match : matched) {
            Completions.New fresh = match.row().recorded(match.diplomateId(), cause);
            recorded.add(fresh);
            released.add(new ReleasedRow(match.row().id(), fresh.completion()));
        }
        List<Completion> fresh = released.stream().map(ReleasedRow::completion).toList();
        if (!released.isEmpty()) {
            completions.insert(transaction, recorded);
            heldRows.close(transaction, released);
            HeldRosterRows.record(transaction, released);
            eventLog.append(transaction, fresh.stream().map(CompletionEvent::of).toList());
        }
        return fresh;
    }
}
