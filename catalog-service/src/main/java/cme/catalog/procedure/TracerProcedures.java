package cme.catalog.procedure;

import cme.catalog.reference.ReferenceRecords;

import jakarta.inject.Singleton;

/// The tracer procedures, by code.
@Singleton
class TracerProcedures implements ReferenceRecords<TracerProcedure> {}
