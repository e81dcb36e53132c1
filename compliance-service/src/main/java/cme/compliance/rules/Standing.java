package cme.compliance.rules;

/// How a diplomate stands as a whole, worst first: the worst of the findings that are not upcoming.
public enum Standing {
    NOT_MET,
    LATE,
    DECISION_NEEDED,
    DUE_SOON,
    ON_TRACK,
    /// Every finding of the whole cycle is met or waived.
    COMPLETE
}
