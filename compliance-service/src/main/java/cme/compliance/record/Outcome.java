package cme.compliance.record;

import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;

import java.util.List;

/// What became of a request to record something.
///
/// @param <R> the revision that is in force now
public sealed interface Outcome<R> {

    record Created<R>(R revision) implements Outcome<R> {}

    record Replaced<R>(R revision) implements Outcome<R> {}

    /// It said what is in force already; nothing was recorded.
    record Unchanged<R>(R revision) implements Outcome<R> {}

    record Refused<R>(Problem problem) implements Outcome<R> {}

    static <R> Outcome<R> refused(List<Violation> violations) {
        return new Refused<>(Problem.invalid(violations));
    }

    default boolean changedSomething() {
        return switch (this) {
            case Created<R> _, Replaced<R> _ -> true;
            case Unchanged<R> _, Refused<R> _ -> false;
        };
    }
}
