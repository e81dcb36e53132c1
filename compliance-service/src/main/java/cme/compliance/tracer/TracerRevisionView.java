package cme.compliance.tracer;

import cme.compliance.record.DueYears;
import cme.compliance.record.Revision;
import cme.compliance.rules.Tracer;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TracerRevision", description = "A revision of the tracer of a due year")
record TracerRevisionView(
        @Schema(examples = "6", description = DueYears.AS_RECORDED) int dueYear,
        @Schema(description = "Whether this revision takes the tracer back") boolean takenBack,
        @Schema(nullable = true, examples = "AUGMENTATION_MAMMAPLASTY") @Nullable String procedure,
        @Schema(nullable = true) @Nullable LocalDate completedOn,
        @Schema(nullable = true, description = "Why it was taken back") @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static TracerRevisionView of(Revision<Integer, Tracer.Chosen> revision) {
        return switch (revision) {
            case Revision.Recorded<Integer, Tracer.Chosen>(
                            Integer dueYear,
                            int number,
                            Tracer.Chosen tracer,
                            Instant at,
                            String by) ->
                    new TracerRevisionView(
                            dueYear,
                            false,
                            tracer.procedure().value(),
                            tracer.completedOn(),
                            null,
                            number,
                            at,
                            by);
            case Revision.TakenBack<Integer, Tracer.Chosen>(
                            Integer dueYear,
                            int number,
                            _,
                            String reason,
                            Instant at,
                            String by) ->
                    new TracerRevisionView(dueYear, true, null, null, reason, number, at, by);
        };
    }
}
