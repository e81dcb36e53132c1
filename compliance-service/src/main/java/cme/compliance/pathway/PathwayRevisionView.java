package cme.compliance.pathway;

import cme.compliance.record.DiplomateRecord.PathwayRecord;
import cme.compliance.record.Revision;
import cme.compliance.rules.Pathway;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PathwayRevision", description = "A revision of the pathway span of a first day")
record PathwayRevisionView(
        LocalDate from,
        @Schema(description = "Whether this revision takes the span back") boolean takenBack,
        @Schema(nullable = true) @Nullable Pathway pathway,
        @Schema(nullable = true) @Nullable LocalDate until,
        @Schema(nullable = true, description = "Of the span, or why it was taken back")
                @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static PathwayRevisionView of(Revision<LocalDate, PathwayRecord> revision) {
        return switch (revision) {
            case Revision.Recorded<LocalDate, PathwayRecord>(
                            LocalDate from,
                            int number,
                            PathwayRecord value,
                            Instant at,
                            String by) ->
                    new PathwayRevisionView(
                            from,
                            false,
                            value.span().pathway(),
                            value.span().until(),
                            value.reason(),
                            number,
                            at,
                            by);
            case Revision.TakenBack<LocalDate, PathwayRecord>(
                            LocalDate from,
                            int number,
                            _,
                            String reason,
                            Instant at,
                            String by) ->
                    new PathwayRevisionView(from, true, null, null, reason, number, at, by);
        };
    }
}
