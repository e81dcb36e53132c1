package cme.compliance.pathway;

import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Pathway;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PathwaySpan", description = "The pathway of a diplomate over a span of dates")
record PathwayView(
        Pathway pathway,
        LocalDate from,
        @Schema(description = "Last day; null while open") @Nullable LocalDate until,
        @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static PathwayView of(Recorded<LocalDate, PathwayRecord> revision) {
        Pathway.Span span = revision.value().span();
        return new PathwayView(
                span.pathway(),
                span.from(),
                span.until(),
                revision.value().reason(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
