package cme.compliance.rules;

import org.jspecify.annotations.Nullable;

/// Why a completion does not count.
///
/// @param of the completion that counts in its place, for duplicates and repetitions
/// @param usedInDueYear the due year it was counted for already, for [Reason#ALREADY_USED]
record SetAside(Reason reason, @Nullable CompletionId of, @Nullable Integer usedInDueYear) {

    static final SetAside WITHDRAWN = because(Reason.WITHDRAWN);
    static final SetAside BEFORE_CERTIFICATION = because(Reason.BEFORE_CERTIFICATION);
    static final SetAside OUTSIDE_WINDOW = because(Reason.OUTSIDE_WINDOW);
    static final SetAside SPLIT_NEEDED = because(Reason.SPLIT_NEEDED);
    static final SetAside OVER_CAP = because(Reason.OVER_CAP);
    static final SetAside NOT_ALIGNED = because(Reason.NOT_ALIGNED);
    static final SetAside NOT_APPROVED = because(Reason.NOT_APPROVED);
    static final SetAside NEAR_MISS = because(Reason.NEAR_MISS);

    static SetAside duplicateOf(CompletionId of) {
        return new SetAside(Reason.DUPLICATE, of, null);
    }

    static SetAside repeating(CompletionId first) {
        return new SetAside(Reason.REPEATED, first, null);
    }

    static SetAside usedIn(int dueYear) {
        return new SetAside(Reason.ALREADY_USED, null, dueYear);
    }

    private static SetAside because(Reason reason) {
        return new SetAside(reason, null, null);
    }
}
