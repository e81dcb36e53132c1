package cme.credit.merge;

/// The result of merging two diplomates or of withdrawing their merge.
sealed interface MergeOutcome {
    /// The merge as it is now; the same request again changes nothing.
    record Done(MergeView merge) implements MergeOutcome {}

    /// The diplomate is merged into another one than the one named.
    record MergedElsewhere(String remaining) implements MergeOutcome {}

    /// The diplomate named to remain is merged into the one to be merged.
    record Circle(String into, String diplomateId) implements MergeOutcome {}

    /// The diplomate is named to be merged into itself.
    record Self() implements MergeOutcome {}

    /// The diplomate named to remain does not exist.
    record UnknownRemaining() implements MergeOutcome {}

    /// There is no such diplomate, or no merge of this one.
    record Missing() implements MergeOutcome {}
}
