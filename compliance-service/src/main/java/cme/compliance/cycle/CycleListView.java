package cme.compliance.cycle;

import cme.compliance.record.CycleSequence.Place;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CycleInSequence", description = "One of the cycles of a diplomate")
record CycleListView(
        @Schema(examples = "abps-cc-10y") String ruleSet,
        @Schema(description = "The calendar year that is Year 1", examples = "2021")
                int cycleStartYear,
        @Schema(description = "The last calendar year of the cycle", examples = "2030")
                int cycleEndYear,
        @Schema(description = "Nothing completed before counts", examples = "2020-11-14")
                LocalDate certifiedOn,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static CycleListView of(Place place) {
        return new CycleListView(
                place.cycle().ruleSet().value(),
                place.startYear(),
                place.endYear(),
                place.cycle().certifiedOn(),
                place.revision().number(),
                place.revision().recordedAt(),
                place.revision().recordedBy());
    }
}
