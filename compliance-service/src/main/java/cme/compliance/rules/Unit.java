package cme.compliance.rules;

/// What a requirement counts.
public enum Unit {
    CREDIT,
    ACTIVITY
}
