package cme.compliance.tracer;

import cme.compliance.record.Revisions;
import cme.compliance.rules.Tracer;

import jakarta.inject.Singleton;

/// The tracers of diplomates.
@Singleton
class Tracers implements Revisions<Integer, Tracer.Chosen, TracerRevision, TracerRevision.Id> {}
