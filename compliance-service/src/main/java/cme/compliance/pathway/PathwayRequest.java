package cme.compliance.pathway;

import cme.chassis.json.Fields;
import cme.compliance.record.Dates;
import cme.compliance.rules.Pathway;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A pathway span as it is sent. `pathway` and `from` are null only when the request is refused
/// anyway.
@Schema(name = "PathwayRequest")
record PathwayRequest(
        Pathway pathway,
        @Schema(description = "First day", examples = "2025-03-10") LocalDate from,
        @Schema(nullable = true, description = "Last day; null while open")
                @Nullable LocalDate until,
        @Schema(nullable = true, maxLength = 1000) @Nullable String reason) {

    /// Reads it and reports all that is wrong with it.
    static PathwayRequest read(Fields fields) {
        var pathway = fields.required("pathway", fields.oneOf("pathway", Pathway.class));
        var from = fields.required("from", Dates.read(fields, "from"));
        var until = Dates.read(fields, "until");
        if (from != null && until != null && until.isBefore(from)) {
            fields.violation("until", "until.before-from", "The last day is before the first.");
        }
        return new PathwayRequest(pathway, from, until, fields.text("reason", 1_000));
    }
}
