package cme.compliance.decision;

import cme.chassis.json.Fields;
import cme.compliance.record.Dates;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Requirement;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision as it is sent. The components are null only when the request is refused anyway, but
/// for `until`, which comes with `EXTENDED` alone.
@Schema(name = "DecisionRequest")
record DecisionRequest(
        @Schema(implementation = String.class, examples = "cme-total") Requirement.Id requirement,
        @Schema(examples = "6") Integer dueYear,
        RulingKind decision,
        @Schema(nullable = true, description = "With EXTENDED only", examples = "2026-12-31")
                @Nullable LocalDate until,
        @Schema(maxLength = 1000) String reason) {

    private static final int MAX_DUE_YEAR = 99;

    /// Reads it and reports all that is wrong with it.
    static DecisionRequest read(Fields fields) {
        var requirement = fields.requiredText("requirement", 60);
        var dueYear = fields.required("dueYear", fields.integer("dueYear", 1, MAX_DUE_YEAR));
        var decision = fields.required("decision", fields.oneOf("decision", RulingKind.class));
        var until = Dates.read(fields, "until");
        var reason = fields.requiredText("reason", 1_000);
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
}
