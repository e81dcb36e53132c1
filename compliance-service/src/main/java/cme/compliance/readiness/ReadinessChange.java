package cme.compliance.readiness;

import cme.compliance.rules.Finding;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Status;
import cme.compliance.rules.StatusChange;
import cme.compliance.rules.StatusChange.Snapshot;

import org.jspecify.annotations.Nullable;

/// A new status and the one before.
///
/// @param revision the revision of the new status
/// @param before null if the new status is the first
public record ReadinessChange(Status status, long revision, @Nullable Snapshot before) {

    /// True if the standing or the state of a finding has changed.
    public boolean matters() {
        return StatusChange.between(before, Snapshot.of(status)).any();
    }

    /// Null if there was no such finding in this cycle.
    @Nullable State stateBefore(Finding.Key finding) {
        if (before == null || before.cycleStartYear() != status.cycle().startYear()) {
            return null;
        }
        return before.findings().stream()
                .filter(entry -> entry.finding().equals(finding))
                .map(Snapshot.Entry::state)
                .findFirst()
                .orElse(null);
    }
}
