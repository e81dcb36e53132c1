package cme.compliance.rules;

/// What the board approved an activity for.
public enum Purpose {
    LIFELONG_LEARNING,
    PATIENT_SAFETY,
    TRACER
}
