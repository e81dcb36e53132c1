package cme.compliance.tracer;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.rules.ProcedureCode;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that records a tracer. The procedure is null only when the request is refused. The
/// catalog owns the procedures; any well-formed code is accepted here, so that a choice need not
/// wait for the catalog.
@Schema(name = "TracerRequest")
public record TracerRequest(
        @Schema(implementation = String.class, examples = "AUGMENTATION_MAMMAPLASTY")
                ProcedureCode procedure,
        @Schema(description = "Null while it is chosen and not finished", examples = "2026-10-15")
                @Nullable LocalDate completedOn) {

    private static final String CODE = "[A-Z0-9][A-Z0-9_-]{0,59}";

    /// Reports every violation to the fields.
    public static TracerRequest read(Fields fields) {
        String code = fields.requiredText("procedure", 60);
        if (code != null && !code.matches(CODE)) {
            fields.violation(
                    "procedure",
                    "procedure.format",
                    "A code such as CARPAL_TUNNEL is expected: capitals, digits, _ and -.");
        }
        return new TracerRequest(
                code == null ? null : new ProcedureCode(code), Dates.read(fields, "completedOn"));
    }

    Tracer.Chosen at(int dueYear, Instant recordedAt) {
        return new Tracer.Chosen(dueYear, procedure, completedOn, recordedAt);
    }
}
