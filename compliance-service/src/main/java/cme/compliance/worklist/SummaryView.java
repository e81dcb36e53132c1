package cme.compliance.worklist;

import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Summary",
        description = "The number of diplomates by standing and of findings by state, on a day")
record SummaryView(
        LocalDate asOf,
        @Schema(description = "The diplomates with a cycle") long diplomates,
        @Schema(description = "The number of diplomates of each standing")
                Map<Standing, Long> standings,
        List<FindingCount> findings,
        @Schema(description = "By deadline and state, the earliest deadline first")
                List<DeadlineCount> deadlines,
        @Schema(
                        description =
                                "Diplomates who wait for a reassessment; their counts may be out of"
                                        + " date")
                long pending) {

    @Schema(name = "FindingCount")
    record FindingCount(String requirement, int dueYear, State state, long count) {}

    @Schema(name = "DeadlineCount")
    record DeadlineCount(
            LocalDate deadline,
            State state,
            @Schema(description = "The number of findings") long count,
            @Schema(description = "The number of diplomates who have them") long diplomates) {}
}
