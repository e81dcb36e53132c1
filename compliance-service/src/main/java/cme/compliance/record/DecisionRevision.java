package cme.compliance.record;

import cme.compliance.rules.Decision;

/// A decision as it was recorded.
///
/// @param revision from 1, for each requirement and due year
record DecisionRevision(int revision, Decision decision, String recordedBy) {}
