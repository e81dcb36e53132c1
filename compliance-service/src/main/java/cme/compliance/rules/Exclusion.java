package cme.compliance.rules;

import org.jspecify.annotations.Nullable;

/// Why a completion does not count.
///
/// @param of the completion that counts in its place, for duplicates and repetitions
/// @param usedInDueYear the due year it was counted for already, for [Reason#ALREADY_USED]
record Exclusion(Reason reason, Completion.@Nullable Id of, @Nullable Integer usedInDueYear) {

    static final Exclusion WITHDRAWN = because(Reason.WITHDRAWN);
    static final Exclusion BEFORE_CERTIFICATION = because(Reason.BEFORE_CERTIFICATION);
    static final Exclusion OUTSIDE_WINDOW = because(Reason.OUTSIDE_WINDOW);
    static final Exclusion SPLIT_NEEDED = because(Reason.SPLIT_NEEDED);
    static final Exclusion OVER_CAP = because(Reason.OVER_CAP);
    static final Exclusion NOT_ALIGNED = because(Reason.NOT_ALIGNED);
    static final Exclusion NOT_APPROVED = because(Reason.NOT_APPROVED);
    static final Exclusion NEAR_MISS = because(Reason.NEAR_MISS);

    static Exclusion duplicateOf(Completion.Id of) {
        return new Exclusion(Reason.DUPLICATE, of, null);
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
