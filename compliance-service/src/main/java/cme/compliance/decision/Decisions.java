package cme.compliance.decision;

import cme.compliance.record.Revisions;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;

import jakarta.inject.Singleton;

/// The decisions on diplomates.
@Singleton
class Decisions
        implements Revisions<Finding.Key, Decision, DecisionRevision, DecisionRevision.Id> {}
