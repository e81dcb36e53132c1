package cme.compliance.readiness;

import cme.compliance.rules.Finding;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Status;
import cme.compliance.rules.StatusChange;
import cme.compliance.rules.StatusChange.Snapshot;

import org.jspecify.annotations.Nullable;

/// A new answer next to what was said before.
///
/// @param revision of the new answer
/// @param before null when there was no answer
public record Change(Status status, long revision, @Nullable Snapshot before) {

    /// Whether the standing or the state of a finding is another one.
    boolean matters() {
        return StatusChange.between(before, Snapshot.of(status)).any();
    }

    /// Null when there was no such finding.
    @Nullable State stateBefore(Finding.Key finding) {
        if (before == null) {
            return null;
        }
        return before.findings().stream()
                .filter(entry -> entry.finding().equals(finding))
                .map(Snapshot.Entry::state)
                .findFirst()
                .orElse(null);
    }
}
