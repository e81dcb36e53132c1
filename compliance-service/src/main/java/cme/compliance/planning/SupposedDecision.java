package cme.compliance.planning;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Requirement;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision that is supposed to be recorded.
@Schema(name = "SupposedDecision", description = "A decision that is supposed to be recorded")
record SupposedDecision(
        @Schema(implementation = String.class, examples = "cme-total") Requirement.Id requirement,
        @Schema(examples = "6", description = "A due year of the cycle of the status") int dueYear,
        RulingKind decision,
        @Schema(description = "With EXTENDED only", examples = "2026-12-31")
                @Nullable LocalDate until) {

    private static final int MAX_DUE_YEAR = 99;

    /// Null when the request is refused.
    static @Nullable SupposedDecision read(Fields fields) {
        String requirement = fields.requiredText("requirement", 60);
        Integer dueYear = fields.required("dueYear", fields.integer("dueYear", 1, MAX_DUE_YEAR));
        RulingKind decision =
                fields.required("decision", fields.oneOf("decision", RulingKind.class));
        LocalDate until = Dates.read(fields, "until");
        if (decision == RulingKind.EXTENDED) {
            fields.required("until", until);
        } else if (decision != null && until != null) {
            fields.violation("until", "until.not-extended", "Only EXTENDED has a last day.");
        }
        boolean isWhole =
                requirement != null
                        && dueYear != null
                        && decision != null
                        && (decision != RulingKind.EXTENDED || until != null);
        return isWhole
                ? new SupposedDecision(new Requirement.Id(requirement), dueYear, decision, until)
                : null;
    }

    Decision at(Instant recordedAt) {
        return new Decision(requirement, dueYear, decision.ruling(until), null, recordedAt);
    }
}
