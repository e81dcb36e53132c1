package cme.compliance.readiness;

import cme.compliance.rules.Finding;
import cme.compliance.rules.Standing;
import cme.compliance.rules.State;
import cme.compliance.rules.Status;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A new answer next to what was said before.
///
/// @param revision of the new answer
/// @param standingBefore null when there was no answer
/// @param findingsBefore how many findings there were
/// @param stateBefore the state a finding had; null when there was none
public record Change(
        Status status,
        long revision,
        @Nullable Standing standingBefore,
        int findingsBefore,
        Function<Finding, @Nullable State> stateBefore) {

    /// Whether anybody wants to hear of it.
    boolean matters() {
        return status.standing() != standingBefore
                || status.findings().size() != findingsBefore
                || status.findings().stream()
                        .anyMatch(finding -> finding.state() != stateBefore.apply(finding));
    }
}
