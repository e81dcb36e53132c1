package cme.compliance.worklist;

import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import cme.compliance.rules.State;
import cme.compliance.rules.Unit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// One diplomate in the worklist.
@Schema(name = "WorklistEntry", description = "A status of today without its evidence")
record WorklistEntry(
        @Schema(examples = "012345") String diplomateId,
        LocalDate asOf,
        @Schema(examples = "abps-cc-10y") String ruleSet,
        Pathway pathway,
        Standing standing,
        String summary,
        @Schema(nullable = true) @Nullable LocalDate nextDeadline,
        @Schema(nullable = true) @Nullable LocalDate nextChangeOn,
        @Schema(description = "Those that were asked for; all when none was")
                List<FindingEntry> findings) {

    @Schema(name = "WorklistFinding")
    record FindingEntry(
            String requirement,
            int dueYear,
            LocalDate deadline,
            State state,
            Unit unit,
            BigDecimal required,
            BigDecimal earned,
            BigDecimal remaining) {}
}
