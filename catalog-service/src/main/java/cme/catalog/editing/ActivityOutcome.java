package cme.catalog.editing;

import cme.catalog.activity.ActivityRevision;
import cme.catalog.provider.ProviderCode;
import cme.chassis.problem.Violation;

import java.util.List;

/// The outcome of an edit.
sealed interface ActivityOutcome {

    record Created(ActivityRevision revision) implements ActivityOutcome {}

    record Changed(ActivityRevision revision) implements ActivityOutcome {}

    /// It was so already; nothing was recorded.
    record Unchanged(ActivityRevision revision) implements ActivityOutcome {}

    /// The approval was withdrawn before.
    record Withdrawn() implements ActivityOutcome {}

    record Missing(String detail) implements ActivityOutcome {}

    record NotAllowed(String detail) implements ActivityOutcome {}

    /// The society's token names a provider that the catalog does not have.
    record UnknownProvider(ProviderCode provider) implements ActivityOutcome {}

    record Invalid(List<Violation> violations) implements ActivityOutcome {}

    /// The activity exists, and the editor did not say which revision they have seen.
    record IfMatchMissing() implements ActivityOutcome {}

    /// The activity was changed since the editor read it.
    ///
    /// @param differences one for each field that differs now
    record Stale(String detail, List<Violation> differences) implements ActivityOutcome {}

    record Conflict(String slug, String detail) implements ActivityOutcome {}
}
