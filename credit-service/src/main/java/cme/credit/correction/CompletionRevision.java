package cme.credit.correction;

import cme.credit.completion.Attendance;
import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new revision of a completion.
///
/// @param before the revision that it ends
/// @param merge the merge of identities that it is part of; null otherwise
/// @param back true when the withdrawal of that merge made it
public record CompletionRevision(
        Completion before, Completion now, @Nullable UUID merge, boolean back) {

    public static CompletionRevision of(Completion before, Completion now) {
        return new CompletionRevision(before, now, null, false);
    }

    /// The part of a merge in it; null when no merge made it. A merge takes completions from the
    /// diplomate who was merged, and its withdrawal gives them back.
    CompletionEvent.@Nullable Merge partOfMerge() {
        if (merge == null) {
            return null;
        }
        return back ? CompletionEvent.Merge.GIVEN_BACK : CompletionEvent.Merge.MOVED;
    }

    String formerDiplomate() {
        return before.diplomateId();
    }

    /// True when it gives the completion to another diplomate.
    boolean moves() {
        return !formerDiplomate().equals(now.diplomateId());
    }

    /// True when by the board's word what was said before does not hold any more, or will not hold
    /// again. Its poster could not change that; a merge, and its withdrawal, say nothing against
    /// the poster.
    boolean overrules() {
        if (!now.boardDecided() || merge != null) {
            return false;
        }
        return now.isWithdrawn()
                ? !before.isWithdrawn() || !before.boardDecided()
                : !before.isWithdrawn() && (moves() || isOfSomethingElse());
    }

    private boolean isOfSomethingElse() {
        return !now.content().completedOn().equals(before.content().completedOn())
                || !Attendance.of(now.content()).equals(Attendance.of(before.content()));
    }
}
