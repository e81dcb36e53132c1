package cme.compliance.rules;

/// Who posted a completion, in the order in which one report is believed before another of the same
/// learning.
public enum Poster {
    PROVIDER,
    BOARD,
    DIPLOMATE
}
