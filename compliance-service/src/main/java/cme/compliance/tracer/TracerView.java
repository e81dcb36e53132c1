package cme.compliance.tracer;

import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Tracer", description = "The procedure a diplomate chose for a due year")
record TracerView(
        @Schema(examples = "6") int dueYear,
        @Schema(description = "The first year of its cycle", examples = "2021") int cycleStartYear,
        @Schema(examples = "AUGMENTATION_MAMMAPLASTY") String procedure,
        @Schema(description = "Null while it is not finished") @Nullable LocalDate completedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    /// @param cycles those of the diplomate
    static TracerView of(Recorded<Integer, Tracer.Chosen> revision, CycleSequence cycles) {
        Tracer.Chosen tracer = revision.value();
        Place place = cycles.ofRecorded(tracer.dueYear()).orElseThrow();
        return new TracerView(
                place.dueYearOf(tracer.dueYear()).orElseThrow(),
                place.startYear(),
                tracer.procedure().value(),
                tracer.completedOn(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
