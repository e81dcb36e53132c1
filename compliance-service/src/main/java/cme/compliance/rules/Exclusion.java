package cme.compliance.rules;

import org.jspecify.annotations.Nullable;

/// The reason why a completion does not count, with what explains it.
///
/// @param of the completion that counts in its place, for duplicates and repetitions
/// @param usedInDueYear the due year it was counted for already, for [Reason#ALREADY_USED]
public record Exclusion(
        Reason reason, Completion.@Nullable Id of, @Nullable Integer usedInDueYear) {

    /// Why a completion does not count, or not in full.
    public enum Reason {
        /// Withdrawn by its poster or by the board.
        WITHDRAWN,
        /// Completed before the diplomate was certified.
        BEFORE_CERTIFICATION,
        /// Another completion reports the same learning on the same date and is believed first.
        DUPLICATE,
        /// Completed outside every window in which it could count.
        OUTSIDE_WINDOW,
        /// The activity counts once in a window or cycle, and an earlier completion took that
        /// place.
        REPEATED,
        /// The patient-safety part of it was not posted and cannot be known.
        SPLIT_NEEDED,
        /// The maximum of the activity was used up by other sessions of that date, or by other
        /// dates of a meeting; the amount lost is named.
        OVER_MAXIMUM,
        /// The cap of the activity's group was used up; the amount lost is named.
        OVER_CAP,
        /// Counted already for another tracer, or for the due year whose extension it was completed
        /// in.
        ALREADY_USED,
        /// Approved for tracers, but with other procedures than the chosen one.
        NOT_ALIGNED,
        /// The approval was not in force on the day of completion, or was never given.
        NOT_APPROVED,
        /// It would serve the tracer, but lies outside the window and near the tracer's own
        /// completion: staff may decide.
        NEAR_MISS
    }

    static final Exclusion WITHDRAWN = because(Reason.WITHDRAWN);
    static final Exclusion BEFORE_CERTIFICATION = because(Reason.BEFORE_CERTIFICATION);
    static final Exclusion OUTSIDE_WINDOW = because(Reason.OUTSIDE_WINDOW);
    static final Exclusion SPLIT_NEEDED = because(Reason.SPLIT_NEEDED);
    static final Exclusion OVER_MAXIMUM = because(Reason.OVER_MAXIMUM);
    static final Exclusion OVER_CAP = because(Reason.OVER_CAP);
    static final Exclusion NOT_ALIGNED = because(Reason.NOT_ALIGNED);
    static final Exclusion NOT_APPROVED = because(Reason.NOT_APPROVED);
    static final Exclusion NEAR_MISS = because(Reason.NEAR_MISS);

    static Exclusion duplicateOf(Completion.Id believed) {
        return new Exclusion(Reason.DUPLICATE, believed, null);
    }

    static Exclusion repeating(Completion.Id first) {
        return new Exclusion(Reason.REPEATED, first, null);
    }

    static Exclusion usedIn(int dueYear) {
        return new Exclusion(Reason.ALREADY_USED, null, dueYear);
    }

    private static Exclusion because(Reason reason) {
        return new Exclusion(reason, null, null);
    }
}
