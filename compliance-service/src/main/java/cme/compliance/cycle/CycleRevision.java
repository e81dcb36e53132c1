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
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One revision of a cycle as it is stored; with a reason, the cycle that the row repeats was taken
/// back.
@Entity
@Immutable
class CycleRevision extends RevisionEntity<DiplomateId, Cycle> {

    @Embeddable
    record Id(String diplomateId, int revision) implements Serializable {}

    @EmbeddedId private Id id;

    private String ruleSet;

    private int startYear;

    private LocalDate certifiedOn;

    private @Nullable String reason;

    protected CycleRevision() {}

    private CycleRevision(
            Revision<DiplomateId, Cycle> added, Cycle cycle, @Nullable String reason) {
        super(added);
        id = new Id(added.subject().value(), added.number());
        ruleSet = cycle.ruleSet().value();
        startYear = cycle.startYear();
        certifiedOn = cycle.certifiedOn();
        this.reason = reason;
    }

    static CycleRevision of(Revision<DiplomateId, Cycle> added) {
        return switch (added) {
            case Recorded<DiplomateId, Cycle> cycle ->
                    new CycleRevision(cycle, cycle.value(), null);
            case Revision.TakenBack<DiplomateId, Cycle> taken ->
                    new CycleRevision(taken, Objects.requireNonNull(taken.value()), taken.reason());
        };
    }

    @Override
    protected Revision<DiplomateId, Cycle> revision() {
        var diplomate = new DiplomateId(id.diplomateId());
        var cycle = new Cycle(new RuleSet.Id(ruleSet), startYear, certifiedOn, recordedAt());
        return reason == null
                ? new Recorded<>(diplomate, id.revision(), cycle, recordedAt(), recordedBy())
                : new Revision.TakenBack<>(
                        diplomate, id.revision(), cycle, reason, recordedAt(), recordedBy());
    }
}
