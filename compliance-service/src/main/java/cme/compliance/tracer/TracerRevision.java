package cme.compliance.tracer;

import cme.compliance.record.Revision;
import cme.compliance.record.RevisionEntity;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.Tracer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One revision of a tracer as it is stored; without a procedure, the tracer was taken back.
@Entity
@Immutable
class TracerRevision extends RevisionEntity<Integer, Tracer.Chosen> {

    @Embeddable
    record Id(String diplomateId, int dueYear, int revision) implements Serializable {}

    @EmbeddedId private Id id;

    private @Nullable String procedure;

    private @Nullable LocalDate completedOn;

    private @Nullable String reason;

    protected TracerRevision() {}

    TracerRevision(DiplomateId diplomate, Revision<Integer, Tracer.Chosen> added) {
        super(added);
        id = new Id(diplomate.value(), added.subject(), added.number());
        switch (added) {
            case Revision.Recorded<Integer, Tracer.Chosen> recorded -> {
                procedure = recorded.value().procedure().value();
                completedOn = recorded.value().completedOn();
            }
            case Revision.TakenBack<Integer, Tracer.Chosen> taken -> reason = taken.reason();
        }
    }

    @Override
    protected Revision<Integer, Tracer.Chosen> revision() {
        return revision(
                id.dueYear(),
                id.revision(),
                procedure == null
                        ? null
                        : new Tracer.Chosen(
                                id.dueYear(),
                                new ProcedureCode(procedure),
                                completedOn,
                                recordedAt()),
                reason);
    }
}
