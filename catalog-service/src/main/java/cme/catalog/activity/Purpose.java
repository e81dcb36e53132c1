package cme.catalog.activity;

/// What the board approves an activity for.
public enum Purpose {
    /// For example listed in the ABMS Continuing Certification Directory for this board.
    LIFELONG_LEARNING,
    /// On the board's patient-safety list.
    PATIENT_SAFETY,
    /// Aligned with named tracer procedures.
    TRACER
}
