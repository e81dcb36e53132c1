package cme.credit.posting;

/// How rows are posted.
///
/// @param dryRun judges only, and writes nothing
/// @param reinstate puts back what was withdrawn and is posted again
public record PostingMode(boolean dryRun, boolean reinstate) {}
