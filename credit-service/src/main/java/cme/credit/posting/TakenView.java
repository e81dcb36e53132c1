package cme.credit.posting;

import cme.chassis.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A conflict with what was posted under the same `externalId` before, which it names beside the
/// members of every problem (RFC 9457, section 3.2).
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExternalIdTaken")
record TakenView(
        @JsonUnwrapped Problem problem,
        @Nullable UUID completion,
        @Nullable UUID heldRow,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(description = "The fields that differ from what is recorded")
                @Nullable List<Difference> differences) {

    static TakenView of(Taken taken) {
        return new TakenView(
                Problem.conflict("external-id-taken", taken.detail()),
                taken.completion(),
                taken.heldRow(),
                taken.differences());
    }

    /// The poster wants back what the board has withdrawn.
    static TakenView boardDecided(UUID completion) {
        return new TakenView(
                Problem.conflict(
                        "board-decided",
                        "The completion is withdrawn, and the board has decided on it: it is not put back. Propose the correction (correction-proposals), or ask the board office."),
                completion,
                null,
                null);
    }
}
