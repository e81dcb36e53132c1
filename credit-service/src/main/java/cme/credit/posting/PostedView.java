package cme.credit.posting;

import cme.credit.completion.Completion;
import cme.credit.completion.CompletionView;
import cme.credit.matching.IdentityMatch.HoldReason;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to a posted completion: what became of it, and either the completion or the held row.
@Schema(
        name = "PostedCompletion",
        description =
                "With `heldRow` and `reason` when it is held, else with the fields of the completion")
record PostedView(
        @Schema(
                        examples = "RECORDED",
                        description =
                                "`DUPLICATE` and `WITHDRAWN`: the same was posted before, and nothing changes; with `?reinstate=true`"
                                        + " what was withdrawn is put back and `RECORDED`")
                Outcome outcome,
        List<Notice> notices,
        @JsonUnwrapped @Nullable Held held,
        @JsonUnwrapped @Nullable CompletionView completion) {

    @Schema(name = "PostingOutcome")
    enum Outcome {
        RECORDED,
        DUPLICATE,
        HELD,
        WITHDRAWN
    }

    /// @param reason why no diplomate was found for sure
    record Held(
            @Schema(description = "Only of a posting that is held; read it at /v1/held-rows")
                    UUID heldRow,
            @Schema(implementation = String.class) HoldReason reason) {}

    PostedView {
        notices = List.copyOf(notices);
    }

    static PostedView of(Outcome outcome, Completion completion, List<Notice> notices) {
        return new PostedView(outcome, notices, null, CompletionView.of(completion));
    }

    static PostedView held(Outcome outcome, UUID heldRow, HoldReason reason, List<Notice> notices) {
        return new PostedView(outcome, notices, new Held(heldRow, reason), null);
    }
}
