package cme.credit.correction;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Moves what somebody completed to the one whom they turned out to be, and back, by a new revision
/// of each completion.
@Singleton
public final class Moves {
    private final Completions completions;
    private final Revisions revisions;

    Moves(Completions completions, Revisions revisions) {
        this.completions = completions;
        this.revisions = revisions;
    }

    /// A completion that a merge moved.
    public record Moved(UUID completion, String externalId) {}

    /// In what merge, from when, by whom and why something moves.
    public record Cause(UUID merge, Instant at, String by, String reason) {}

    /// Everything that the one has becomes the other's, withdrawn completions included.
    public void move(Handle transaction, String from, String to, Cause cause) {
        write(transaction, completions.lockOfDiplomate(transaction, from).stream(), to, cause);
    }

    /// What the merge moved from the diplomate becomes theirs again, unless it was given to
    /// somebody else since.
    ///
    /// @param holder who has now what was moved
    public void moveBack(Handle transaction, String holder, String to, Cause cause) {
        Stream<Completion> moved =
                completions.lockMoved(transaction, cause.merge()).stream()
                        .filter(completion -> completion.diplomateId().equals(holder));
        write(transaction, moved, to, cause);
    }

    private void write(Handle transaction, Stream<Completion> rows, String to, Cause cause) {
        revisions.add(
                transaction,
                rows.map(
                                before ->
                                        new Succession(
                                                moved(before, to, cause),
                                                before.diplomateId(),
                                                cause.merge()))
                        .toList());
    }

    private static Completion moved(Completion before, String to, Cause cause) {
        return before.revised(
                to, before.status(), before.content(), cause.at(), cause.by(), cause.reason());
    }

    /// What a merge took from the diplomate, or, when `back`, gave back.
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
