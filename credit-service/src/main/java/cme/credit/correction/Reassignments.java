package cme.credit.correction;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Moves completions between two diplomates that are merged, and back. Each completion moves by a
/// new revision.
@Singleton
public final class Reassignments {
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
        write(transaction, completions.lockOfDiplomate(transaction, from), to, cause, false);
    }

    /// Moves the completions of a merge back, except those that another diplomate got since.
    ///
    /// @param holder the diplomate that has them now
    public void moveBack(Handle transaction, String holder, String to, Cause cause) {
        List<Completion> moved =
                completions.lockMoved(transaction, cause.merge()).stream()
                        .filter(completion -> completion.diplomateId().equals(holder))
                        .toList();
        write(transaction, moved, to, cause, true);
    }

    private void write(
            Handle transaction, List<Completion> rows, String to, Cause cause, boolean back) {
        revisions.add(transaction, rows.stream().map(row -> moved(row, to, cause, back)).toList());
    }

    private static CompletionRevision moved(
            Completion before, String to, Cause cause, boolean back) {
        Completion now =
                before.revised(
                                to,
                                before.status(),
                                before.content(),
                                cause.at(),
                                cause.by(),
                                cause.reason())
                        .decidedByBoard();
        return new CompletionRevision(now, before.diplomateId(), cause.merge(), back);
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
