package cme.compliance.decision;

import cme.compliance.record.Revision;
import cme.compliance.record.RevisionEntity;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Requirement;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One revision of a decision as it is stored; without a ruling, the decision was taken back.
@Entity
@Immutable
class DecisionRevision extends RevisionEntity<Finding.Key, Decision> {

    @Embeddable
    record Id(String diplomateId, String requirement, int dueYear, int revision)
            implements Serializable {}

    @EmbeddedId private Id id;

    @Enumerated(EnumType.STRING)
    private @Nullable RulingKind decision;

    private @Nullable LocalDate untilDate;

    private @Nullable String reason;

    protected DecisionRevision() {}

    DecisionRevision(DiplomateId diplomate, Revision<Finding.Key, Decision> added) {
        super(added);
        Finding.Key key = added.subject();
        id = new Id(diplomate.value(), key.requirement().value(), key.dueYear(), added.number());
        switch (added) {
            case Revision.Recorded<Finding.Key, Decision> recorded -> {
                decision = RulingKind.of(recorded.value().ruling());
                untilDate = RulingKind.until(recorded.value().ruling());
                reason = recorded.value().reason();
            }
            case Revision.TakenBack<Finding.Key, Decision> taken -> reason = taken.reason();
        }
    }

    @Override
    protected Revision<Finding.Key, Decision> revision() {
        var key = new Finding.Key(new Requirement.Id(id.requirement()), id.dueYear());
        return revision(
                key,
                id.revision(),
                decision == null
                        ? null
                        : new Decision(
                                key.requirement(),
                                key.dueYear(),
                                decision.ruling(untilDate),
                                reason,
                                recordedAt()),
                reason);
    }
}
