package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.heldrow.HeldRow;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The decision on a posted row.
public sealed interface Verdict {
    /// The row is a new completion.
    record Recorded(Completion completion, UUID contentHash) implements Verdict {}

    /// The same was posted before and withdrawn; this revision puts it back.
    record Reinstated(Completion completion) implements Verdict {}

    /// The same was posted before; nothing changes.
    record Duplicate(Completion completion) implements Verdict {}

    /// The same is in an earlier row of the same request; nothing changes.
    ///
    /// @param completion null in a dry run
    record SameAsRow(int row, @Nullable UUID completion) implements Verdict {}

    /// The same was posted before and withdrawn; nothing changes.
    sealed interface Withdrawn extends Verdict {
        /// Whether it was the board that withdrew it, so that its poster cannot put it back.
        boolean isByBoard();

        record OfCompletion(Completion completion, boolean isByBoard) implements Withdrawn {}

        /// It was held when its roster was withdrawn.
        record OfHeldRow(UUID heldRow, HoldReason reason) implements Withdrawn {
            @Override
            public boolean isByBoard() {
                return false;
            }
        }
    }

    /// Something else was posted under the same `externalId` before.
    record Conflict(Taken taken) implements Verdict {}

    /// The row waits until the board names its diplomate.
    sealed interface Held extends Verdict {
        UUID heldRow();

        /// The reason that the poster is told.
        HoldReason reason();

        /// @param overruled the poster's name of what it said before and the board decided
        ///   otherwise; null when that is not why it is held
        record Now(HeldRow row, @Nullable String overruled) implements Held {
            @Override
            public UUID heldRow() {
                return row.id();
            }

            @Override
            public HoldReason reason() {
                return row.told();
            }
        }

        /// The same was posted before and already waits.
        ///
        /// @param row number of the earlier row, if it came with the same request
        record Already(UUID heldRow, HoldReason reason, int row) implements Held {}
    }

    /// The row has violations and is not taken.
    record Rejected(List<Violation> violations) implements Verdict {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
