package cme.credit.roster;

import cme.chassis.problem.Violation;
import cme.chassis.problem.Violations;
import cme.credit.completion.Completion;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of one row; fields that do not apply are left out.
@Schema(name = "RosterRow")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RosterRowView(
        @Schema(examples = "1", description = "From 1, a header not counted") int row,
        @Schema(examples = "ASPS-2026-1-0001") @Nullable String externalId,
        @Schema(examples = "HELD") RowOutcome outcome,
        @Schema(description = "Of a row that is recorded, a duplicate or in conflict")
                @Nullable UUID completion,
        @Schema(examples = "NO_MATCH", description = "Why a row is held") @Nullable String reason,
        @Nullable UUID heldRow,
        @Schema(description = "Everything that is wrong with a rejected row")
                List<Violation> errors) {

    RosterRowView {
        errors = Violations.ofRow(errors);
    }

    static RosterRowView of(JudgedRow result) {
        int row = result.reading().row();
        String externalId = result.reading().externalId();
        RowOutcome outcome = RowOutcome.of(result.verdict());
        return switch (result.verdict()) {
            case Verdict.Recorded(Completion completion, _) ->
                    new RosterRowView(
                            row, externalId, outcome, completion.id(), null, null, List.of());
            case Verdict.Duplicate(UUID id) ->
                    new RosterRowView(row, externalId, outcome, id, null, null, List.of());
            case Verdict.Conflict.WithCompletion(UUID id) ->
                    new RosterRowView(row, externalId, outcome, id, null, null, List.of());
            case Verdict.Conflict.WithHeldRow(UUID id) ->
                    new RosterRowView(row, externalId, outcome, null, null, id, List.of());
            case Verdict.Held held ->
                    new RosterRowView(
                            row,
                            externalId,
                            outcome,
                            null,
                            held.reason().name(),
                            held.heldRow(),
                            List.of());
            case Verdict.Rejected(List<Violation> errors) ->
                    new RosterRowView(row, externalId, outcome, null, null, null, errors);
        };
    }

    /// The same without ids that only a real run would give out.
    RosterRowView withoutNewIds() {
        boolean fresh = outcome == RowOutcome.RECORDED || outcome == RowOutcome.HELD;
        return fresh
                ? new RosterRowView(row, externalId, outcome, null, reason, null, errors)
                : this;
    }
}
