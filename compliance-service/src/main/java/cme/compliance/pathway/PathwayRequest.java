package cme.compliance.pathway;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.rules.Pathway;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that records a pathway span. `pathway` and `from` are null only when the request is
/// refused.
@Schema(name = "PathwayRequest")
record PathwayRequest(
        Pathway pathway,
        @Schema(description = "First day", examples = "2025-03-10") LocalDate from,
        @Schema(description = "Last day; null while open") @Nullable LocalDate until,
        @Schema(maxLength = 1000) @Nullable String reason) {

    /// Reports every violation to the fields.
    static PathwayRequest read(Fields fields) {
        Pathway pathway = fields.required("pathway", fields.oneOf("pathway", Pathway.class));
        LocalDate from = fields.required("from", Dates.read(fields, "from"));
        LocalDate until = Dates.read(fields, "until");
        if (from != null && until != null && until.isBefore(from)) {
            fields.violation("until", "until.before-from", "The last day is before the first.");
        }
        return new PathwayRequest(pathway, from, until, fields.text("reason", 1_000));
    }

    PathwayRecord at(Instant recordedAt) {
        return new PathwayRecord(new Pathway.Span(pathway, from, until, recordedAt), reason);
    }
}
