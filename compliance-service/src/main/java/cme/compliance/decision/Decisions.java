package cme.compliance.decision;

import cme.compliance.record.Revisions;
import cme.compliance.rules.Decision;
import cme.compliance.rules.FindingKey;

import jakarta.inject.Singleton;

/// The decisions on diplomates.
@Singleton
class Decisions implements Revisions<FindingKey, Decision, DecisionRevision, DecisionRevision.Id> {}
