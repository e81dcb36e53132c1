package cme.credit.heldrow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A held row with what became of it.
@Schema(name = "HeldRowDetail")
record HeldRowDetailView(
        @JsonUnwrapped HeldRowView row,
        @Schema(
                        examples = "WAITING",
                        description =
                                "`RECORDED`: it has become a completion; `DISCARDED`: the board decided so, or its poster has withdrawn the roster;"
                                        + " `SUPERSEDED`: it was mended and posted again")
                State state,
        @Schema(nullable = true, description = "The completion that the row became")
                @Nullable UUID completion,
        @Schema(nullable = true, description = "When it ceased to wait") @Nullable Instant closedAt,
        @Schema(nullable = true, description = "Why the row was discarded")
                @Nullable String closingReason,
        @Schema(
                        description =
                                "Only in the board's view of a row that waits: whom it could mean, those who agree in more first")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable List<CandidateView> candidates,
        @Schema(
                        nullable = true,
                        description =
                                "Only in the board's view of a row that waits: the name under which its poster said"
                                        + " the same before, and the board decided otherwise")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String overruled) {

    @Schema(name = "HeldRowState")
    enum State {
        WAITING,
        RECORDED,
        DISCARDED,
        SUPERSEDED
    }

    HeldRowDetailView forBoard(List<CandidateView> found, @Nullable String earlier) {
        return new HeldRowDetailView(
                row, state, completion, closedAt, closingReason, found, earlier);
    }
}
