package cme.credit.correction;

import cme.credit.completion.Completion;
import cme.credit.completion.CompletionEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new revision of a completion.
///
/// @param formerDiplomate the diplomate of the revision before
/// @param merge the merge of identities that it is part of; null otherwise
/// @param back true when the withdrawal of that merge made it
public record CompletionRevision(
        Completion now, String formerDiplomate, @Nullable UUID merge, boolean back) {

    public static CompletionRevision of(Completion before, Completion now) {
        return new CompletionRevision(now, before.diplomateId(), null, false);
    }

    /// The part of a merge in it; null when no merge made it. A merge takes completions from the
    /// diplomate who was merged, and its withdrawal gives them back.
    CompletionEvent.@Nullable Merge partOfMerge() {
        if (merge == null) {
            return null;
        }
        return back ? CompletionEvent.Merge.GIVEN_BACK : CompletionEvent.Merge.MOVED;
    }

    /// True when it gives the completion to another diplomate.
    boolean moves() {
        return !formerDiplomate.equals(now.diplomateId());
    }
}
