package cme.catalog.procedure;

import cme.catalog.reference.ReferenceRecord;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import java.util.List;

/// An operation that the board follows in practice assessment.
@Entity
@Table(name = "tracer_procedure")
class TracerProcedure extends ReferenceRecord<TracerProcedureRequest, TracerProcedureView> {

    private String name = "";

    @Enumerated(EnumType.STRING)
    private ProcedureModule module;

    private List<String> synonyms = List.of();
    private String source = "";

    /// For Hibernate.
    TracerProcedure() {}

    TracerProcedure(String code) {
        super(code);
    }

    @Override
    protected boolean says(TracerProcedureRequest request) {
        return new TracerProcedureRequest(name, module, List.copyOf(synonyms), source)
                .equals(request);
    }

    @Override
    protected void take(TracerProcedureRequest request) {
        name = request.name();
        module = request.module();
        synonyms = request.synonyms();
        source = request.source();
    }

    @Override
    protected TracerProcedureView view() {
        return new TracerProcedureView(
                code(), name, module, synonyms, source, revision(), recordedAt());
    }
}
