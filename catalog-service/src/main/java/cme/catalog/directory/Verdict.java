package cme.catalog.directory;

import cme.catalog.activity.ActivityChange;
import cme.catalog.activity.ActivityRevision;
import cme.chassis.problem.Violation;

import java.util.List;

/// The verdict on a row.
sealed interface Verdict {

    /// The activity is new.
    record Created(ActivityChange change) implements Verdict {}

    record Updated(ActivityChange change) implements Verdict {}

    /// The catalog says the same already.
    record Unchanged(ActivityRevision revision) implements Verdict {}

    record Rejected(List<Violation> errors) implements Verdict {}
}
