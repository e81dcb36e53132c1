package cme.compliance.worklist;

import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Summary", description = "How many stand how, today")
record SummaryView(
        LocalDate asOf,
        @Schema(description = "With a cycle") long diplomates,
        @Schema(description = "How many have each standing") Map<Standing, Long> standings,
        List<FindingCount> findings,
        @Schema(description = "How many wait to be assessed again and may be counted wrongly yet")
                long pending) {

    @Schema(name = "FindingCount")
    record FindingCount(String requirement, int dueYear, State state, long count) {}
}
