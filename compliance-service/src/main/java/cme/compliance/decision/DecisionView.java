package cme.compliance.decision;

import cme.compliance.record.DecisionRevision;
import cme.compliance.record.RulingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Decision", description = "A decision of the board on a requirement and due year")
record DecisionView(
        String requirement,
        int dueYear,
        RulingKind decision,
        @Schema(nullable = true) @Nullable LocalDate until,
        @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    /// @param revision one that was not taken back
    static DecisionView of(DecisionRevision revision) {
        var decision = Objects.requireNonNull(revision.decision());
        return new DecisionView(
                decision.requirement().value(),
                decision.dueYear(),
                RulingKind.of(decision.ruling()),
                RulingKind.until(decision.ruling()),
                decision.reason(),
                revision.revision(),
                decision.recordedAt(),
                revision.recordedBy());
    }
}
