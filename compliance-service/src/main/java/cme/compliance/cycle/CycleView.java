package cme.compliance.cycle;

import cme.compliance.record.Revision.Recorded;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Cycle", description = "The certification cycle of a diplomate")
record CycleView(
        String diplomateId,
        String ruleSet,
        @Schema(description = "The calendar year that is Year 1", examples = "2021")
                int cycleStartYear,
        @Schema(description = "Nothing completed before counts", examples = "2020-11-14")
                LocalDate certifiedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static CycleView of(Recorded<DiplomateId, Cycle> revision) {
        Cycle cycle = revision.value();
        return new CycleView(
                revision.subject().value(),
                cycle.ruleSet().value(),
                cycle.startYear(),
                cycle.certifiedOn(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
