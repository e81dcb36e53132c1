package cme.credit.identity;

/// The result of putting an identity.
sealed interface IdentityOutcome {
    record Added(IdentityView identity) implements IdentityOutcome {}

    record Changed(IdentityView identity) implements IdentityOutcome {}

    /// The identity was the same already.
    record Unchanged(IdentityView identity) implements IdentityOutcome {}

    /// The caller has not seen the current revision.
    record Stale(int revision) implements IdentityOutcome {}
}
