package cme.compliance.pathway;

import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.Revisions;

import jakarta.inject.Singleton;

import java.time.LocalDate;

/// The pathways of diplomates.
@Singleton
class Pathways
        implements Revisions<LocalDate, PathwayRecord, PathwayRevision, PathwayRevision.Id> {}
