package cme.credit.roster;

import static java.util.stream.Collectors.partitioningBy;

import cme.credit.access.Editor;
import cme.credit.access.Poster;
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
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Withdraws every completion that a roster recorded, and discards its rows that are still held. A
/// society does not withdraw what the board has decided on.
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
    RosterWithdrawalView withdraw(Roster roster, String reason, Editor by, boolean dryRun) {
        return jdbi.inTransaction(
                transaction -> {
                    PostingLock.forRoster(transaction, roster.poster());
                    Instant at = clock.instant();
                    List<Item> items = new ArrayList<>();
                    List<Item> kept = new ArrayList<>();
                    UUID last = FIRST;
                    List<Completion> chunk;
                    do {
                        chunk =
                                completions.lockOfRoster(
                                        transaction, roster.id(), last, CHUNK_ROWS);
                        last = chunk.isEmpty() ? last : chunk.getLast().id();
                        Map<Boolean, List<Completion>> byKept =
                                chunk.stream()
                                        .collect(
                                                partitioningBy(
                                                        c -> c.boardDecided() && !by.isBoard()));
                        byKept.get(true).forEach(completion -> kept.add(Item.of(completion)));
                        byKept.get(false).forEach(completion -> items.add(Item.of(completion)));
                        if (!dryRun) {
                            withdraw(transaction, byKept.get(false), reason, at, by);
                        }
                    } while (chunk.size() == CHUNK_ROWS);
                    List<UUID> held = heldRows.lockOfRoster(transaction, roster.id());
                    if (!dryRun) {
                        boolean isByPoster = !by.isBoard() || roster.poster().equals(Poster.BOARD);
                        heldRows.discard(transaction, held, reason, at, by.subject(), isByPoster);
                        if (kept.isEmpty()) {
                            rosters.withdraw(transaction, roster.id());
                        }
                    }
                    return new RosterWithdrawalView(
                            roster.id(), dryRun, items.size(), held.size(), items, kept);
                });
    }

    private void withdraw(
            Handle transaction, List<Completion> chunk, String reason, Instant at, Editor by) {
        List<CompletionRevision> withdrawn = new ArrayList<>();
        for (Completion before : chunk) {
            Completion now = before.withdrawn(at, by.subject(), reason);
            withdrawn.add(CompletionRevision.of(before, by.isBoard() ? now.decidedByBoard() : now));
        }
        revisions.add(transaction, withdrawn);
    }
}
