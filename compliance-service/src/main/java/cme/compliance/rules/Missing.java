package cme.compliance.rules;

/// Which part of a tracer requirement is still missing.
public enum Missing {
    TRACER_PROCEDURE,
    ALIGNED_ACTIVITY
}
