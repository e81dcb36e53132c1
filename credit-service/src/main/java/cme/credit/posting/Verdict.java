package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.heldrow.HeldRow;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a posted completion.
public sealed interface Verdict {
    /// It is a new completion.
    record Recorded(Completion completion, UUID contentHash) implements Verdict {}

    /// The same was posted before; nothing changes.
    record Duplicate(UUID completion) implements Verdict {}

    /// Something else was posted under its `externalId` before: one of the two stands.
    record Conflict(@Nullable UUID completion, @Nullable UUID heldRow) implements Verdict {}

    /// It waits until the board says whom it means.
    ///
    /// @param fresh the row to be stored; null when the same was posted before and waits already
    record Held(UUID heldRow, HoldReason reason, @Nullable HeldRow fresh) implements Verdict {}

    /// It cannot be taken.
    record Rejected(List<Violation> violations) implements Verdict {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
