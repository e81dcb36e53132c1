package cme.catalog.imports;

import cme.catalog.register.Entry;
import cme.catalog.register.Revision;
import cme.chassis.problem.Violation;

import java.util.List;

/// What becomes of a row.
sealed interface Verdict {

    /// The activity is new.
    record Created(Revision revision) implements Verdict {}

    record Updated(Revision revision) implements Verdict {}

    /// The catalog says so already.
    record Unchanged(Entry entry) implements Verdict {}

    record Rejected(List<Violation> errors) implements Verdict {}
}
