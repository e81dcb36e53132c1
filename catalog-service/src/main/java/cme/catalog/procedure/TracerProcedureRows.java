package cme.catalog.procedure;

import cme.catalog.reference.ReferenceRows;
import cme.chassis.chain.CurrentRows;
import cme.chassis.chain.CurrentRows.Field;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.List;

/// The current tracer procedures must agree with the last revisions in the event log.
final class TracerProcedureRows {

    @Produces
    @Singleton
    static CurrentRows rows() {
        return ReferenceRows.of(
                "tracer_procedure",
                "cme.catalog.tracer-procedure.changed",
                List.of(
                        Field.of("name", "r.name"),
                        Field.of("module", "r.module"),
                        Field.of("synonyms", "r.synonyms"),
                        Field.of("source", "r.source")));
    }
}
