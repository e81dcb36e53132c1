package cme.compliance.planning;

import cme.compliance.assessment.StatusView;
import cme.compliance.rules.Amount;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import cme.compliance.rules.StatusChange;
import cme.compliance.rules.WhatIf;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The status as it would be, with the differences.
@Schema(name = "WhatIf", description = "The status as it would be, and what would be different")
record WhatIfView(@JsonUnwrapped StatusView status, ChangesView changes) {

    @Schema(name = "Changes")
    record ChangesView(
            @Schema(description = "Null when it stays") @Nullable StandingChange standing,
            @Schema(description = "Those of another state or amount")
                    List<FindingChange> findings) {}

    @Schema(name = "StandingChange")
    record StandingChange(Standing before, Standing after) {}

    @Schema(name = "FindingChange")
    record FindingChange(
            String requirement,
            int dueYear,
            @Nullable State stateBefore,
            @Nullable State stateAfter,
            @Nullable BigDecimal earnedBefore,
            @Nullable BigDecimal earnedAfter) {

        static FindingChange of(StatusChange.FindingChange change) {
            return new FindingChange(
                    change.finding().requirement().value(),
                    change.finding().dueYear(),
                    change.stateBefore(),
                    change.stateAfter(),
                    number(change.earnedBefore()),
                    number(change.earnedAfter()));
        }

        private static @Nullable BigDecimal number(@Nullable Amount amount) {
            return amount == null ? null : amount.toBigDecimal();
        }
    }

    static WhatIfView of(WhatIf answer) {
        StatusChange changes = answer.changes();
        Standing before = Objects.requireNonNull(changes.before());
        return new WhatIfView(
                StatusView.of(answer.status()),
                new ChangesView(
                        before == changes.after()
                                ? null
                                : new StandingChange(before, changes.after()),
                        changes.findings().stream().map(FindingChange::of).toList()));
    }
}
