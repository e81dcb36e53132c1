package cme.compliance.decision;

import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Decision;
import cme.compliance.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Decision", description = "A decision of the board on a requirement and due year")
record DecisionView(
        String requirement,
        @Schema(examples = "6") int dueYear,
        @Schema(description = "The first year of its cycle", examples = "2021") int cycleStartYear,
        RulingKind decision,
        @Nullable LocalDate until,
        @Nullable String reason,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    /// @param cycles those of the diplomate
    static DecisionView of(Recorded<Finding.Key, Decision> revision, CycleSequence cycles) {
        Decision decision = revision.value();
        Place place = cycles.ofRecorded(decision.dueYear()).orElseThrow();
        return new DecisionView(
                decision.requirement().value(),
                place.dueYearOf(decision.dueYear()).orElseThrow(),
                place.startYear(),
                RulingKind.of(decision.ruling()),
                RulingKind.until(decision.ruling()),
                decision.reason(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
