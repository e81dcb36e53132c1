package cme.credit.roster;

import cme.credit.access.Poster;
import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.PostingLock;
import cme.credit.correction.CompletionRevision;
import cme.credit.correction.CompletionRevisions;
import cme.credit.heldrow.HeldRows;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Withdraws everything that a roster recorded, and closes what of it still waits.
@Singleton
public final class RosterWithdrawal {
    private static final int CHUNK_ROWS = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Completions completions;
    private final HeldRows heldRows;
    private final CompletionRevisions revisions;
    private final Clock clock;

    RosterWithdrawal(
            Completions completions,
            HeldRows heldRows,
            CompletionRevisions revisions,
            Clock clock) {
        this.completions = completions;
        this.heldRows = heldRows;
        this.revisions = revisions;
        this.clock = clock;
    }

    /// A completion that is withdrawn, or would be.
    public record WithdrawnCompletion(UUID completion, String diplomateId, String externalId) {}

    /// @param heldRows that are discarded, or would be
    public record Result(List<WithdrawnCompletion> completions, List<UUID> heldRows) {}

    /// @param dryRun only says what would be touched; the caller's transaction may still be
    ///   committed
    public Result withdraw(
            Handle transaction,
            Poster poster,
            UUID roster,
            String reason,
            String by,
            boolean dryRun) {
        PostingLock.forRoster(transaction, poster);
        Instant at = clock.instant();
        List<WithdrawnCompletion> touched = new ArrayList<>();
        UUID last = FIRST;
        List<Completion> chunk;
        do {
            chunk = completions.lockOfRoster(transaction, roster, last, CHUNK_ROWS);
            for (Completion completion : chunk) {
                touched.add(
                        new WithdrawnCompletion(
                                completion.id(),
                                completion.diplomateId(),
                                completion.externalId()));
                last = completion.id();
            }
            if (!dryRun) {
                write(transaction, chunk, reason, at, by);
            }
        } while (chunk.size() == CHUNK_ROWS);
        List<UUID> held = heldRows.lockOfRoster(transaction, roster);
        if (!dryRun) {
            heldRows.discard(transaction, held, reason, at, by);
        }
        return new Result(touched, held);
    }

    private void write(
            Handle transaction, List<Completion> chunk, String reason, Instant at, String by) {
        List<CompletionRevision> withdrawn =
                chunk.stream()
                        .map(c -> CompletionRevision.of(c, c.withdrawn(at, by, reason)))
                        .toList();
        revisions.add(transaction, withdrawn);
    }
}
