package cme.compliance.tracer;

import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Tracer", description = "The procedure a diplomate chose for a due year")
record TracerView(
        @Schema(examples = "6") int dueYear,
        @Schema(examples = "AUGMENTATION_MAMMAPLASTY") String procedure,
        @Schema(description = "Null while it is not finished") @Nullable LocalDate completedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static TracerView of(Recorded<Integer, Tracer.Chosen> revision) {
        Tracer.Chosen tracer = revision.value();
        return new TracerView(
                tracer.dueYear(),
                tracer.procedure().value(),
                tracer.completedOn(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
