package cme.catalog.editing;

import cme.catalog.register.Entry;
import cme.chassis.problem.Violation;

import java.util.List;

/// What became of an edit.
sealed interface Outcome {

    record Created(Entry entry) implements Outcome {}

    record Changed(Entry entry) implements Outcome {}

    /// It was so already; nothing was recorded.
    record Unchanged(Entry entry) implements Outcome {}

    /// What was to be taken away was taken away before.
    record Withdrawn() implements Outcome {}

    record Missing(String detail) implements Outcome {}

    record NotAllowed(String detail) implements Outcome {}

    record Invalid(List<Violation> violations) implements Outcome {}

    /// It exists already and the editor did not say which revision they have seen.
    record Unseen() implements Outcome {}

    /// It was changed since the editor read it.
    ///
    /// @param differences one for each field that differs now
    record Stale(String detail, List<Violation> differences) implements Outcome {}

    record Conflict(String slug, String detail) implements Outcome {}
}
