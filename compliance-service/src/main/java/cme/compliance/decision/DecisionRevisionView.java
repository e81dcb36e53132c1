package cme.compliance.decision;

import cme.compliance.record.DueYears;
import cme.compliance.record.Revision;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "DecisionRevision",
        description = "A revision of the decision on a requirement and due year")
record DecisionRevisionView(
        @Schema(examples = "cme-total") String requirement,
        @Schema(examples = "6", description = DueYears.AS_RECORDED) int dueYear,
        @Schema(description = "Whether this revision takes the decision back") boolean takenBack,
        @Schema(nullable = true) @Nullable RulingKind decision,
        @Schema(nullable = true) @Nullable LocalDate until,
        @Schema(nullable = true, description = "Of the decision, or why it was taken back")
                @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static DecisionRevisionView of(Revision<Finding.Key, Decision> revision) {
        return switch (revision) {
            case Revision.Recorded<Finding.Key, Decision>(
                            Finding.Key key,
                            int number,
                            Decision value,
                            Instant at,
                            String by) ->
                    new DecisionRevisionView(
                            key.requirement().value(),
                            key.dueYear(),
                            false,
                            RulingKind.of(value.ruling()),
                            RulingKind.until(value.ruling()),
                            value.reason(),
                            number,
                            at,
                            by);
            case Revision.TakenBack<Finding.Key, Decision>(
                            Finding.Key key,
                            int number,
                            _,
                            String reason,
                            Instant at,
                            String by) ->
                    new DecisionRevisionView(
                            key.requirement().value(),
                            key.dueYear(),
                            true,
                            null,
                            null,
                            reason,
                            number,
                            at,
                            by);
        };
    }
}
