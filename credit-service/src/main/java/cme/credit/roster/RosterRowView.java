package cme.credit.roster;

import static java.util.stream.Collectors.joining;

import cme.chassis.problem.Violation;
import cme.chassis.problem.Violations;
import cme.credit.completion.Completion;
import cme.credit.posting.Difference;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.Notice;
import cme.credit.posting.Taken;
import cme.credit.posting.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of one row; fields that do not apply are left out.
@Schema(name = "RosterRow")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RosterRowView(
        @Schema(examples = "1", description = "From 1, a header not counted") int row,
        @Schema(examples = "ASPS-2026-1-0001") @Nullable String externalId,
        @Schema(examples = "HELD") RowOutcome outcome,
        @Schema(description = "Of a row that is recorded, a duplicate, withdrawn or in conflict")
                @Nullable UUID completion,
        @Schema(
                        examples = "NO_MATCH",
                        description =
                                "Why a row is held; of a row in conflict `external-id-taken`; of a withdrawn one `withdrawn`, or"
                                        + " `board-decided` when it cannot be put back")
                @Nullable String reason,
        @Schema(description = "What a conflict is about, and what to do") @Nullable String detail,
        @Nullable UUID heldRow,
        @Schema(
                        description =
                                "In what a row in conflict differs from what is recorded under its `externalId`")
                List<Difference> differences,
        @Schema(description = "What to know about a row that was taken") List<Notice> notices,
        @Schema(description = "Everything that is wrong with a rejected row")
                List<Violation> errors) {

    RosterRowView {
        differences = List.copyOf(differences);
        notices = List.copyOf(notices);
        errors = Violations.ofRow(errors);
    }

    /// @param isDryRun ids that only a real run would give out are left out then
    static RosterRowView of(JudgedRow result, boolean isDryRun) {
        return switch (result.verdict()) {
            case Verdict.Recorded(Completion completion, _) ->
                    of(result, isDryRun ? null : completion.id(), null, null);
            case Verdict.Reinstated(Completion completion) ->
                    of(result, completion.id(), null, null);
            case Verdict.Duplicate(Completion completion) ->
                    of(result, completion.id(), null, null);
            case Verdict.SameAsRow(_, UUID completion) -> of(result, completion, null, null);
            case Verdict.Withdrawn.OfCompletion(Completion completion, boolean isByBoard) ->
                    of(result, completion.id(), isByBoard ? "board-decided" : "withdrawn", null);
            case Verdict.Withdrawn.OfHeldRow(UUID heldRow, _) ->
                    of(result, null, "withdrawn", heldRow);
            case Verdict.Held held ->
                    of(result, null, held.reason().name(), isDryRun ? null : held.heldRow());
            case Verdict.Conflict(Taken taken) ->
                    new RosterRowView(
                            result.reading().row(),
                            result.reading().externalId(),
                            RowOutcome.CONFLICT,
                            taken.completion(),
                            Taken.CODE,
                            taken.detail(),
                            taken.heldRow(),
                            taken.differences(),
                            List.of(),
                            List.of());
            case Verdict.Rejected(List<Violation> errors) ->
                    new RosterRowView(
                            result.reading().row(),
                            result.reading().externalId(),
                            RowOutcome.REJECTED,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            errors);
        };
    }

    private static RosterRowView of(
            JudgedRow result,
            @Nullable UUID completion,
            @Nullable String reason,
            @Nullable UUID heldRow) {
        return new RosterRowView(
                result.reading().row(),
                result.reading().externalId(),
                RowOutcome.of(result.verdict()),
                completion,
                reason,
                null,
                heldRow,
                List.of(),
                result.notices(),
                List.of());
    }

    /// Everything that there is to say about the row, as one text; empty when it is nothing.
    String explanation() {
        String why = Stream.of(reason, detail).filter(Objects::nonNull).collect(joining(": "));
        return Stream.of(
                        Stream.of(why).filter(text -> !text.isEmpty()),
                        errors.stream()
                                .map(
                                        e ->
                                                "%s (%s): %s"
                                                        .formatted(
                                                                e.pointer(), e.code(), e.detail())),
                        notices.stream().map(n -> "%s: %s".formatted(n.code(), n.detail())))
                .flatMap(Function.identity())
                .collect(joining(" "));
    }
}
