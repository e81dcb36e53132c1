package cme.compliance.assessment;

import cme.compliance.rules.Amount;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import cme.compliance.rules.StatusChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The differences between two statuses as HTTP carries them.
@Schema(name = "Changes")
public record ChangesView(
        @Schema(description = "Null when it stays") @Nullable StandingChange standing,
        @Schema(description = "Those of another state or amount") List<FindingChange> findings) {

    @Schema(name = "StandingChange")
    public record StandingChange(Standing before, Standing after) {}

    @Schema(name = "FindingChange")
    public record FindingChange(
            String requirement,
            @Schema(
                            examples = "2021",
                            description = "Of the cycle of the due year: two cycles have the same")
                    int cycleStartYear,
            int dueYear,
            @Schema(nullable = true) @Nullable State stateBefore,
            @Schema(nullable = true) @Nullable State stateAfter,
            @Schema(nullable = true) @Nullable BigDecimal earnedBefore,
            @Schema(nullable = true) @Nullable BigDecimal earnedAfter) {

        static FindingChange of(StatusChange.FindingChange change) {
            return new FindingChange(
                    change.finding().requirement().value(),
                    change.cycleStartYear(),
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

    /// @param changes from a status before, which there must have been
    public static ChangesView of(StatusChange changes) {
        Standing before = Objects.requireNonNull(changes.before());
        return new ChangesView(
                before == changes.after() ? null : new StandingChange(before, changes.after()),
                changes.findings().stream().map(FindingChange::of).toList());
    }
}
