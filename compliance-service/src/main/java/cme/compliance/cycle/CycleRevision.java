package cme.compliance.cycle;

import cme.compliance.record.Revision;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RevisionEntity;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/// One revision of a cycle as it is stored.
@Entity
@Immutable
class CycleRevision extends RevisionEntity<DiplomateId, Cycle> {

    @Embeddable
    record Id(String diplomateId, int revision) implements Serializable {}

    @EmbeddedId private Id id;

    private String ruleSet;

    private int startYear;

    private LocalDate certifiedOn;

    protected CycleRevision() {}

    private CycleRevision(Recorded<DiplomateId, Cycle> added) {
        super(added);
        id = new Id(added.subject().value(), added.number());
        ruleSet = added.value().ruleSet().value();
        startYear = added.value().startYear();
        certifiedOn = added.value().certifiedOn();
    }

    static CycleRevision of(Revision<DiplomateId, Cycle> added) {
        return switch (added) {
            case Recorded<DiplomateId, Cycle> cycle -> new CycleRevision(cycle);
            case Revision.TakenBack<DiplomateId, Cycle> _ ->
                    throw new IllegalStateException("A cycle is replaced and never taken back");
        };
    }

    @Override
    protected Revision<DiplomateId, Cycle> revision() {
        return revision(
                new DiplomateId(id.diplomateId()),
                id.revision(),
                new Cycle(new RuleSet.Id(ruleSet), startYear, certifiedOn, recordedAt()),
                null);
    }
}
