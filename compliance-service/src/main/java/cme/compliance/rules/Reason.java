package cme.compliance.rules;

/// Why a completion does not count, or not in full.
public enum Reason {
    /// Taken back by who posted it, or by the board.
    WITHDRAWN,
    /// Completed before the diplomate was certified.
    BEFORE_CERTIFICATION,
    /// The same learning on the same date was reported by another completion that is believed
    /// first.
    DUPLICATE,
    /// Completed outside every window in which it could count.
    OUTSIDE_WINDOW,
    /// The activity counts once in a window or cycle, and an earlier completion took that place.
    REPEATED,
    /// How much of it is patient safety was not posted and cannot be known.
    SPLIT_NEEDED,
    /// The cap of the activity's group was used up; the amount lost is named.
    OVER_CAP,
    /// Counted already for another tracer, or for the due year whose extension it was completed in.
    ALREADY_USED,
    /// Approved for tracers, with other procedures than the one chosen.
    NOT_ALIGNED,
    /// The approval was not in force on the day of completion, or was never given.
    NOT_APPROVED,
    /// Would serve the tracer, but lies outside the window and near the tracer's own completion:
    /// staff may decide.
    NEAR_MISS
}
