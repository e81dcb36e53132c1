package cme.credit.roster;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.PostingLock;
import cme.credit.correction.CompletionRevision;
import cme.credit.correction.CompletionRevisions;
import cme.credit.heldrow.HeldRows;
import cme.credit.roster.RosterWithdrawalView.Item;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Withdraws every completion that a roster recorded, and discards its rows that are still held.
@Singleton
final class RosterWithdrawal {
    private static final int CHUNK_ROWS = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Rosters rosters;
    private final Completions completions;
    private final HeldRows heldRows;
    private final CompletionRevisions revisions;
    private final Clock clock;

    RosterWithdrawal(
            Jdbi jdbi,
            Rosters rosters,
            Completions completions,
            HeldRows heldRows,
            CompletionRevisions revisions,
            Clock clock) {
        this.jdbi = jdbi;
        this.rosters = rosters;
        this.completions = completions;
        this.heldRows = heldRows;
        this.revisions = revisions;
        this.clock = clock;
    }

    /// @param dryRun lists what would be withdrawn and changes nothing
    RosterWithdrawalView withdraw(Roster roster, String reason, String by, boolean dryRun) {
        return jdbi.inTransaction(
                transaction -> {
                    PostingLock.forRoster(transaction, roster.poster());
                    Instant at = clock.instant();
                    List<Item> items = new ArrayList<>();
                    UUID last = FIRST;
                    List<Completion> chunk;
                    do {
                        chunk =
                                completions.lockOfRoster(
                                        transaction, roster.id(), last, CHUNK_ROWS);
                        for (Completion completion : chunk) {
                            items.add(Item.of(completion));
                            last = completion.id();
                        }
                        if (!dryRun) {
                            withdraw(transaction, chunk, reason, at, by);
                        }
                    } while (chunk.size() == CHUNK_ROWS);
                    List<UUID> held = heldRows.lockOfRoster(transaction, roster.id());
                    if (!dryRun) {
                        heldRows.discard(transaction, held, reason, at, by);
                        rosters.withdraw(transaction, roster.id());
                    }
                    return new RosterWithdrawalView(
                            roster.id(), dryRun, items.size(), held.size(), items);
                });
    }

    private void withdraw(
            Handle transaction, List<Completion> chunk, String reason, Instant at, String by) {
        List<CompletionRevision> withdrawn = new ArrayList<>();
        for (Completion before : chunk) {
            withdrawn.add(CompletionRevision.of(before, before.withdrawn(at, by, reason)));
        }
        revisions.add(transaction, withdrawn);
    }
}
