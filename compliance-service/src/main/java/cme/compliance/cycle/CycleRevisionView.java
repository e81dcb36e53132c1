package cme.compliance.cycle;

import cme.compliance.record.Revision;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A revision of the cycle of a diplomate, as HTTP carries it.
@Schema(name = "CycleRevision", description = "One revision of the cycle of a diplomate")
record CycleRevisionView(
        @Schema(description = "Whether this revision takes the cycle back") boolean takenBack,
        @Schema(nullable = true, examples = "abps-cc-10y") @Nullable String ruleSet,
        @Schema(nullable = true, examples = "2021") @Nullable Integer cycleStartYear,
        @Schema(nullable = true) @Nullable LocalDate certifiedOn,
        @Schema(nullable = true, description = "Why it was taken back") @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static CycleRevisionView of(Revision<DiplomateId, Cycle> revision) {
        return switch (revision) {
            case Revision.Recorded<DiplomateId, Cycle>(
                            _,
                            int number,
                            Cycle cycle,
                            Instant at,
                            String by) ->
                    new CycleRevisionView(
                            false,
                            cycle.ruleSet().value(),
                            cycle.startYear(),
                            cycle.certifiedOn(),
                            null,
                            number,
                            at,
                            by);
            case Revision.TakenBack<DiplomateId, Cycle>(
                            _,
                            int number,
                            String reason,
                            Instant at,
                            String by) ->
                    new CycleRevisionView(true, null, null, null, reason, number, at, by);
        };
    }
}
