package cme.compliance.rules;

/// How a finding stands on the as-of date.
public enum State {
    /// Enough was earned, or the board decided so.
    MET,
    /// By decision of the board.
    WAIVED,
    /// The window is not open yet.
    UPCOMING,
    /// Open, not met, and more days to the deadline than the rule set's `dueSoonDays`.
    IN_PROGRESS,
    /// Open, not met, and `dueSoonDays` or fewer to the deadline.
    DUE_SOON,
    /// The deadline has passed, submissions are still taken.
    LATE,
    /// Special circumstances covered a part of the window: the board has to say what is due.
    DECISION_NEEDED,
    /// The late period is over.
    NOT_MET;

    /// Neither met nor waived.
    public boolean open() {
        return this != MET && this != WAIVED;
    }
}
