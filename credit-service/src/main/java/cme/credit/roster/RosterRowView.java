package cme.credit.roster;

import cme.chassis.problem.Violation;
import cme.credit.completion.Completion;
import cme.credit.matching.IdentityMatch.HoldReason;
import cme.credit.posting.RowResult;
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
        RowOutcome outcome,
        @Schema(description = "Of a row that is recorded, a duplicate or in conflict")
                @Nullable UUID completion,
        @Schema(examples = "NO_MATCH", description = "Why a row is held") @Nullable String reason,
        @Nullable UUID heldRow,
        @Schema(description = "Everything that is wrong with a rejected row")
                List<Violation> errors) {

    RosterRowView {
        errors = List.copyOf(errors);
    }

    static RosterRowView of(RowResult result) {
        int row = result.row();
        String externalId = result.externalId();
        RowOutcome outcome = RowOutcome.of(result.verdict());
        return switch (result.verdict()) {
            case Verdict.Recorded(Completion completion, _) ->
                    new RosterRowView(
                            row, externalId, outcome, completion.id(), null, null, List.of());
            case Verdict.Duplicate(UUID id) ->
                    new RosterRowView(row, externalId, outcome, id, null, null, List.of());
            case Verdict.Conflict(UUID completion, UUID heldRow) ->
                    new RosterRowView(
                            row, externalId, outcome, completion, null, heldRow, List.of());
            case Verdict.Held(UUID heldRow, HoldReason reason, _) ->
                    new RosterRowView(
                            row, externalId, outcome, null, reason.name(), heldRow, List.of());
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
