package cme.compliance.pathway;

import cme.compliance.record.PathwayRevision;
import cme.compliance.rules.Pathway;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PathwaySpan", description = "The pathway of a diplomate over a span of dates")
record PathwayView(
        Pathway pathway,
        LocalDate from,
        @Schema(nullable = true, description = "Last day; null while open")
                @Nullable LocalDate until,
        @Schema(nullable = true) @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    /// @param revision one that was not taken back
    static PathwayView of(PathwayRevision revision) {
        var span = Objects.requireNonNull(revision.span());
        return new PathwayView(
                span.pathway(),
                span.from(),
                span.until(),
                revision.reason(),
                revision.revision(),
                span.recordedAt(),
                revision.recordedBy());
    }
}
