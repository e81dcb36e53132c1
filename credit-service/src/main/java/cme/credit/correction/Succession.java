package cme.credit.correction;

import cme.credit.completion.Completion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new revision, with what it takes the place of.
///
/// @param formerDiplomate whose it was until now
/// @param merge the merge of identities that it is part of; null otherwise
public record Succession(Completion now, String formerDiplomate, @Nullable UUID merge) {

    public static Succession of(Completion before, Completion now) {
        return new Succession(now, before.diplomateId(), null);
    }

    /// It goes from one diplomate to another.
    boolean moves() {
        return !formerDiplomate.equals(now.diplomateId());
    }
}
