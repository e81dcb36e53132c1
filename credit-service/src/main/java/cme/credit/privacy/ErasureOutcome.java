package cme.credit.privacy;

/// The result of asking for an erasure.
sealed interface ErasureOutcome {
    /// @param revision of the number that was named
    record Done(ErasureView view, int revision) implements ErasureOutcome {}

    /// Rows or proposals that may be the person's wait for a decision of the board.
    record Undecided(int rows) implements ErasureOutcome {}

    /// The caller has not seen the current revision.
    record Stale(int revision) implements ErasureOutcome {}

    record Missing() implements ErasureOutcome {}
}
