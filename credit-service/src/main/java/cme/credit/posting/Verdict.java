package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.heldrow.HeldRow;
import cme.credit.matching.IdentityMatch.HoldReason;

import java.util.List;
import java.util.UUID;

/// The decision on a posted row.
public sealed interface Verdict {
    /// The row is a new completion.
    record Recorded(Completion completion, UUID contentHash) implements Verdict {}

    /// The same was posted before; nothing changes.
    record Duplicate(UUID completion) implements Verdict {}

    /// Something else was posted under the same `externalId` before.
    sealed interface Conflict extends Verdict {
        record WithCompletion(UUID completion) implements Conflict {}

        record WithHeldRow(UUID heldRow) implements Conflict {}
    }

    /// The row waits until the board names its diplomate.
    sealed interface Held extends Verdict {
        UUID heldRow();

        HoldReason reason();

        record Now(HeldRow row) implements Held {
            @Override
            public UUID heldRow() {
                return row.id();
            }

            @Override
            public HoldReason reason() {
                return row.reason();
            }
        }

        /// The same was posted before and already waits.
        record Already(UUID heldRow, HoldReason reason) implements Held {}
    }

    /// The row has violations and is not taken.
    record Rejected(List<Violation> violations) implements Verdict {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
