package cme.compliance.planning;

import cme.chassis.json.Fields;
import cme.compliance.Dates;
import cme.compliance.rules.Pathway;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A pathway span that is supposed to be recorded.
@Schema(name = "SupposedPathway", description = "A pathway span that is supposed to be recorded")
record SupposedPathway(
        Pathway pathway,
        @Schema(description = "First day", examples = "2025-03-10") LocalDate from,
        @Schema(description = "Last day; null while open") @Nullable LocalDate until) {

    /// Null when the request is refused.
    static @Nullable SupposedPathway read(Fields fields) {
        Pathway pathway = fields.required("pathway", fields.oneOf("pathway", Pathway.class));
        LocalDate from = fields.required("from", Dates.read(fields, "from"));
        LocalDate until = Dates.read(fields, "until");
        if (from != null && until != null && until.isBefore(from)) {
            fields.violation("until", "until.before-from", "The last day is before the first.");
        }
        return pathway == null || from == null ? null : new SupposedPathway(pathway, from, until);
    }

    Pathway.Span at(Instant recordedAt) {
        return new Pathway.Span(pathway, from, until, recordedAt);
    }
}
