package cme.compliance.tracer;

import cme.compliance.record.TracerRevision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Tracer", description = "The procedure a diplomate chose for a due year")
record TracerView(
        @Schema(examples = "6") int dueYear,
        @Schema(examples = "AUGMENTATION_MAMMAPLASTY") String procedure,
        @Schema(nullable = true, description = "Null while it is not finished")
                @Nullable LocalDate completedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    /// @param revision one that was not taken back
    static TracerView of(TracerRevision revision) {
        var tracer = Objects.requireNonNull(revision.chosen());
        return new TracerView(
                tracer.dueYear(),
                tracer.procedure().value(),
                tracer.completedOn(),
                revision.revision(),
                tracer.recordedAt(),
                revision.recordedBy());
    }
}
