package cme.credit.roster;

import cme.chassis.problem.Violation;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of one row; what does not apply is left out.
@Schema(name = "RosterRow")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowView(
        @Schema(examples = "1", description = "From 1, a header not counted") int row,
        @Schema(examples = "ASPS-2026-1-0001") @Nullable String externalId,
        Outcome outcome,
        @Schema(description = "Of a row that is recorded, a duplicate or in conflict")
                @Nullable UUID completion,
        @Schema(examples = "NO_MATCH", description = "Why a row is held") @Nullable String reason,
        @Nullable UUID heldRow,
        @Schema(description = "Everything that is wrong with a rejected row")
                List<Violation> errors) {

    public RowView {
        errors = List.copyOf(errors);
    }

    static RowView of(JudgedRow result) {
        int row = result.reading().row();
        String externalId = result.reading().externalId();
        Outcome outcome = Outcome.of(result.verdict());
        return switch (result.verdict()) {
            case Verdict.Recorded(var completion, _) ->
                    new RowView(row, externalId, outcome, completion.id(), null, null, List.of());
            case Verdict.Duplicate(UUID id) ->
                    new RowView(row, externalId, outcome, id, null, null, List.of());
            case Verdict.Conflict.WithCompletion(UUID id) ->
                    new RowView(row, externalId, outcome, id, null, null, List.of());
            case Verdict.Conflict.WithHeldRow(UUID id) ->
                    new RowView(row, externalId, outcome, null, null, id, List.of());
            case Verdict.Held held ->
                    new RowView(
                            row,
                            externalId,
                            outcome,
                            null,
                            held.reason().name(),
                            held.heldRow(),
                            List.of());
            case Verdict.Rejected(var errors) ->
                    new RowView(row, externalId, outcome, null, null, null, errors);
        };
    }

    /// Without the ids that a dry run made up.
    RowView imagined() {
        boolean fresh = outcome == Outcome.RECORDED || outcome == Outcome.HELD;
        return fresh ? new RowView(row, externalId, outcome, null, reason, null, errors) : this;
    }
}
