package cme.compliance.cycle;

import cme.compliance.record.Revisions;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;

import jakarta.inject.Singleton;

/// The cycles of diplomates. [CycleImport] adds many at a time.
@Singleton
class Cycles implements Revisions<DiplomateId, Cycle, CycleRevision, CycleRevision.Id> {}
