package cme.compliance.tracer;

import cme.chassis.json.Fields;
import cme.compliance.record.Dates;
import cme.compliance.rules.ProcedureCode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A tracer as it is sent. The procedure is null only when the request is refused anyway.
/// Procedures are the catalog's; any well-formed code is taken here, so that a choice need not wait
/// for it.
@Schema(name = "TracerRequest")
public record TracerRequest(
        @Schema(implementation = String.class, examples = "AUGMENTATION_MAMMAPLASTY")
                ProcedureCode procedure,
        @Schema(
                        nullable = true,
                        description = "Null while it is chosen and not finished",
                        examples = "2026-10-15")
                @Nullable LocalDate completedOn) {

    private static final String CODE = "[A-Z0-9][A-Z0-9_-]{0,59}";

    /// Reads it and reports all that is wrong with it.
    public static TracerRequest read(Fields fields) {
        var code = fields.requiredText("procedure", 60);
        if (code != null && !code.matches(CODE)) {
            fields.violation(
                    "procedure",
                    "procedure.format",
                    "A code such as CARPAL_TUNNEL is expected: capitals, digits, _ and -.");
        }
        return new TracerRequest(
                code == null ? null : new ProcedureCode(code), Dates.read(fields, "completedOn"));
    }
}
