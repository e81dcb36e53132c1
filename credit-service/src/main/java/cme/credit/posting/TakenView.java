package cme.credit.posting;

import cme.chassis.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A conflict with what was posted under the same `externalId` before, which it names beside the
/// members of every problem (RFC 9457, section 3.2).
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExternalIdTaken")
record TakenView(
        @JsonUnwrapped Problem problem, @Nullable UUID completion, @Nullable UUID heldRow) {

    static TakenView of(Verdict.Conflict conflict) {
        return switch (conflict) {
            case Verdict.Conflict.WithCompletion(UUID id) ->
                    new TakenView(taken("correct completion " + id), id, null);
            case Verdict.Conflict.WithHeldRow(UUID id) ->
                    new TakenView(taken("held row %s waits for the board".formatted(id)), null, id);
        };
    }

    private static Problem taken(String advice) {
        return Problem.conflict(
                "external-id-taken",
                "Something else was posted under this externalId: %s, or post under another externalId."
                        .formatted(advice));
    }
}
