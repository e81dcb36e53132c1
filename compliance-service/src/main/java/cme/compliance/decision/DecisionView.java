package cme.compliance.decision;

import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Decision", description = "A decision of the board on a requirement and due year")
record DecisionView(
        String requirement,
        int dueYear,
        RulingKind decision,
        @Nullable LocalDate until,
        @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static DecisionView of(Recorded<Finding.Key, Decision> revision) {
        Decision decision = revision.value();
        return new DecisionView(
                decision.requirement().value(),
                decision.dueYear(),
                RulingKind.of(decision.ruling()),
                RulingKind.until(decision.ruling()),
                decision.reason(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
