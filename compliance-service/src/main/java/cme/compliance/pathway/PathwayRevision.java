package cme.compliance.pathway;

import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.Revision;
import cme.compliance.record.RevisionEntity;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Pathway;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One revision of a pathway span as it is stored; without a pathway, the span was taken back.
@Entity
@Immutable
class PathwayRevision extends RevisionEntity<LocalDate, PathwayRecord> {

    @Embeddable
    record Id(String diplomateId, LocalDate fromDate, int revision) implements Serializable {}

    @EmbeddedId private Id id;

    @Enumerated(EnumType.STRING)
    private @Nullable Pathway pathway;

    private @Nullable LocalDate untilDate;

    private @Nullable String reason;

    protected PathwayRevision() {}

    PathwayRevision(DiplomateId diplomate, Revision<LocalDate, PathwayRecord> added) {
        super(added);
        id = new Id(diplomate.value(), added.subject(), added.number());
        switch (added) {
            case Revision.Recorded<LocalDate, PathwayRecord> recorded -> {
                pathway = recorded.value().span().pathway();
                untilDate = recorded.value().span().until();
                reason = recorded.value().reason();
            }
            case Revision.TakenBack<LocalDate, PathwayRecord> taken -> reason = taken.reason();
        }
    }

    @Override
    protected Revision<LocalDate, PathwayRecord> revision() {
        return revision(
                id.fromDate(),
                id.revision(),
                pathway == null
                        ? null
                        : new PathwayRecord(
                                new Pathway.Span(pathway, id.fromDate(), untilDate, recordedAt()),
                                reason),
                reason);
    }
}
