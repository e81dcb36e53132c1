package cme.credit.identity;

import cme.chassis.problem.Violation;

import java.util.List;

/// The result of putting an identity.
sealed interface IdentityOutcome {
    record Added(IdentityView identity) implements IdentityOutcome {}

    record Changed(IdentityView identity) implements IdentityOutcome {}

    /// The identity was the same already.
    record Unchanged(IdentityView identity) implements IdentityOutcome {}

    /// Somebody else who is known looks alike, and the caller did not insist.
    record LooksAlike(List<Violation> violations) implements IdentityOutcome {
        public LooksAlike {
            violations = List.copyOf(violations);
        }
    }

    /// The data of the diplomate were erased, and the caller did not insist on recording them
    /// again.
    record Erased() implements IdentityOutcome {}

    /// The caller has not seen the current revision.
    record Stale(int revision) implements IdentityOutcome {}
}
