package cme.compliance.decision;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Requirement;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that records a decision. `until` comes with `EXTENDED` alone; any other component is
/// null only when the request is refused.
@Schema(name = "DecisionRequest")
record DecisionRequest(
        @Schema(implementation = String.class, examples = "cme-total") Requirement.Id requirement,
        @Schema(
                        examples = "6",
                        description =
                                "A due year of the cycle of today, or the calendar year of a due year"
                                        + " of any cycle")
                Integer dueYear,
        RulingKind decision,
        @Schema(description = "With EXTENDED only", examples = "2026-12-31")
                @Nullable LocalDate until,
        @Schema(maxLength = 1000) String reason) {

    /// Reports every violation to the fields.
    static DecisionRequest read(Fields fields) {
        String requirement = fields.requiredText("requirement", 60);
        Integer dueYear = fields.required("dueYear", fields.integer("dueYear", 1, Dates.LAST_YEAR));
        RulingKind decision =
                fields.required("decision", fields.oneOf("decision", RulingKind.class));
        LocalDate until = Dates.read(fields, "until");
        String reason = fields.requiredText("reason", 1_000);
        if (decision == RulingKind.EXTENDED) {
            fields.required("until", until);
        } else if (decision != null && until != null) {
            fields.violation("until", "until.not-extended", "Only EXTENDED has a last day.");
        }
        return new DecisionRequest(
                requirement == null ? null : new Requirement.Id(requirement),
                dueYear,
                decision,
                until,
                reason);
    }

    /// The same, with its due year as the record names it.
    DecisionRequest inDueYear(int recorded) {
        return new DecisionRequest(requirement, recorded, decision, until, reason);
    }

    Finding.Key finding() {
        return new Finding.Key(requirement, dueYear);
    }

    Decision at(Instant recordedAt) {
        return new Decision(requirement, dueYear, decision.ruling(until), reason, recordedAt);
    }
}
