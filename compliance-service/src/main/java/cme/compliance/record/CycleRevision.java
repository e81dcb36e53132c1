package cme.compliance.record;

import cme.compliance.cycle.CycleRequest;
import cme.compliance.rules.Cycle;

/// A cycle as it was recorded.
///
/// @param revision from 1
public record CycleRevision(int revision, Cycle cycle, String recordedBy) {

    public boolean says(CycleRequest request) {
        return cycle.ruleSet().equals(request.ruleSet())
                && cycle.startYear() == request.cycleStartYear()
                && cycle.certifiedOn().equals(request.certifiedOn());
    }
}
