package cme.credit.posting;

/// A posted row and the verdict on it.
public record JudgedRow(Reading reading, Verdict verdict) {}
