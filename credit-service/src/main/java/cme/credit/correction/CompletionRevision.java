package cme.credit.correction;

import cme.credit.completion.Completion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new revision of a completion.
///
/// @param formerDiplomate the diplomate of the revision before
/// @param merge the merge of identities that it is part of; null otherwise
public record CompletionRevision(Completion now, String formerDiplomate, @Nullable UUID merge) {

    public static CompletionRevision of(Completion before, Completion now) {
        return new CompletionRevision(now, before.diplomateId(), null);
    }

    /// True when it gives the completion to another diplomate.
    boolean moves() {
        return !formerDiplomate.equals(now.diplomateId());
    }
}
