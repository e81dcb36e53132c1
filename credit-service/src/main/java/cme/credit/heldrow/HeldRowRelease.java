package cme.credit.heldrow;

import cme.chassis.eventlog.EventLog;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import cme.credit.completion.Completions;
import cme.credit.identity.IdentityListener;
import cme.credit.matching.IdentityMatch;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.matching.IdentityMatching;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Turns held rows into completions when it becomes known whom they mean.
@Singleton
final class HeldRowRelease implements IdentityListener {
    /// Rows that are looked at together.
    private static final int BATCH_ROWS = 2_000;

    private final HeldRows heldRows;
    private final Completions completions;
    private final EventLog eventLog;

    HeldRowRelease(HeldRows heldRows, Completions completions, EventLog eventLog) {
        this.heldRows = heldRows;
        this.completions = completions;
        this.eventLog = eventLog;
    }

    /// A held row that has found its diplomate.
    record Found(WaitingRow row, String diplomateId) {}

    @Override
    public int changed(
            Handle transaction,
            Collection<String> diplomateIds,
            Collection<String> npis,
            Instant at,
            String by) {
        int found = 0;
        Optional<UUID> last = Optional.empty();
        do {
            List<WaitingRow> rows =
                    heldRows.waitingFor(transaction, diplomateIds, npis, last, BATCH_ROWS);
            found += tryAgain(transaction, rows, at, by);
            last = rows.size() < BATCH_ROWS ? Optional.empty() : Optional.of(rows.getLast().id());
        } while (last.isPresent());
        return found;
    }

    private int tryAgain(Handle transaction, List<WaitingRow> rows, Instant at, String by) {
        var claims = rows.stream().map(row -> row.content().posted().claim()).toList();
        IdentityMatching matching = IdentityMatching.prepare(transaction, claims);
        List<Found> found = new ArrayList<>();
        List<HeldRows.StillHeld> still = new ArrayList<>();
        for (WaitingRow row : rows) {
            switch (matching.match(row.content().posted().claim())) {
                case IdentityMatch.Match(String diplomateId) ->
                        found.add(new Found(row, diplomateId));
                case HoldReason reason -> {
                    if (reason != row.reason()) {
                        still.add(new HeldRows.StillHeld(row.id(), reason));
                    }
                }
            }
        }
        release(transaction, found, at, by, null);
        heldRows.keepHolding(transaction, still);
        return found.size();
    }

    /// Records what was held, and answers the completions in the same order.
    List<Completion> release(
            Handle transaction, List<Found> found, Instant at, String by, @Nullable String reason) {
        List<Completions.New> recorded =
                found.stream().map(f -> f.row().of(f.diplomateId(), at, by, reason)).toList();
        completions.insert(transaction, recorded);
        List<Completion> fresh = recorded.stream().map(Completions.New::completion).toList();
        heldRows.close(transaction, found.stream().map(f -> f.row().id()).toList(), fresh);
        eventLog.append(transaction, fresh.stream().map(CompletionEvent::logged).toList());
        return fresh;
    }
}
