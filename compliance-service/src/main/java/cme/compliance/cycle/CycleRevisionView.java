package cme.compliance.cycle;

import cme.compliance.record.Revision;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A revision of the cycle of a diplomate, as HTTP carries it.
@Schema(name = "CycleRevision", description = "One revision of the cycle of a diplomate")
record CycleRevisionView(
        @Schema(description = "Whether this revision takes the cycle back") boolean takenBack,
        @Schema(
                        examples = "abps-cc-10y",
                        description = "Of the cycle that is recorded or taken back")
                String ruleSet,
        @Schema(examples = "2021") int cycleStartYear,
        LocalDate certifiedOn,
        @Schema(nullable = true, description = "Why it was taken back") @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static CycleRevisionView of(Revision<DiplomateId, Cycle> revision) {
        return switch (revision) {
            case Revision.Recorded<DiplomateId, Cycle> recorded ->
                    of(recorded, recorded.value(), null);
            case Revision.TakenBack<DiplomateId, Cycle> taken ->
                    of(taken, Objects.requireNonNull(taken.value()), taken.reason());
        };
    }

    private static CycleRevisionView of(
            Revision<DiplomateId, Cycle> revision, Cycle cycle, @Nullable String reason) {
        return new CycleRevisionView(
                reason != null,
                cycle.ruleSet().value(),
                cycle.startYear(),
                cycle.certifiedOn(),
                reason,
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
