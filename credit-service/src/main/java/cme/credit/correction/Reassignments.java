package cme.credit.correction;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Moves completions between two diplomates that are merged, and back. Each completion moves by a
/// new revision.
@Singleton
public final class Reassignments {
    private static final String UNDECIDED =
            """
            select c.id from completion_moved m join completion c on c.id = m.completion and c.revision = m.revision
            where m.merge = :merge and not m.board_decided_before
            """;

    private final Completions completions;
    private final CompletionRevisions revisions;

    Reassignments(Completions completions, CompletionRevisions revisions) {
        this.completions = completions;
        this.revisions = revisions;
    }

    /// A completion that a merge moved.
    public record Moved(UUID completion, String externalId) {}

    /// The merge that moves completions, with its instant, author and reason.
    public record Cause(UUID merge, Instant at, String by, String reason) {}

    /// Moves every completion of a diplomate, withdrawn ones included.
    public void move(Handle transaction, String from, String to, Cause cause) {
        revisions.add(
                transaction,
                completions.lockOfDiplomate(transaction, from).stream()
                        .map(row -> moved(row, to, cause, false, true))
                        .toList());
    }

    /// Moves the completions of a merge back, except those that another diplomate got since. One
    /// that nobody has changed since is decided by the board only if it was so before the merge.
    ///
    /// @param holder the diplomate that has them now
    public void moveBack(Handle transaction, String holder, String to, Cause cause) {
        Set<UUID> undecided = undecidedBefore(transaction, cause.merge());
        revisions.add(
                transaction,
                completions.lockMoved(transaction, cause.merge()).stream()
                        .filter(completion -> completion.diplomateId().equals(holder))
                        .map(row -> moved(row, to, cause, true, !undecided.contains(row.id())))
                        .toList());
    }

    /// The completions that are as the merge left them, and that the board had not decided on
    /// before it.
    private static Set<UUID> undecidedBefore(Handle transaction, UUID merge) {
        return transaction
                .createQuery(UNDECIDED)
                .bind("merge", merge)
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    private static CompletionRevision moved(
            Completion before, String to, Cause cause, boolean back, boolean isBoards) {
        Completion now =
                before.revised(
                        to,
                        before.status(),
                        before.content(),
                        cause.at(),
                        cause.by(),
                        cause.reason());
        return new CompletionRevision(before, now.decidedByBoard(isBoards), cause.merge(), back);
    }

    /// The completions that a merge took from the diplomate, or gave back when `back`.
    public List<Moved> moved(Handle handle, UUID merge, String diplomateId, boolean back) {
        return handle.createQuery(
                        """
                        select c.id, c.external_id from completion_moved m join completion c on c.id = m.completion
                        where m.merge = :merge and (m.diplomate_id <> :diplomate) = :back
                        order by c.id
                        """)
                .bind("merge", merge)
                .bind("diplomate", diplomateId)
                .bind("back", back)
                .map((row, _) -> new Moved(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }
}
