package cme.credit.correction;

import cme.chassis.http.ETag;
import cme.credit.access.Poster;
import cme.credit.completion.StoredJson;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A correction that a society has proposed, and what the board decided.
@Schema(name = "CorrectionProposal")
record CorrectionProposalView(
        UUID id,
        UUID completion,
        @Schema(examples = "2", description = "The revision of the completion that was seen")
                int revision,
        @Schema(
                        examples = "PROPOSED",
                        description = "`SUPERSEDED`: a later proposal took its place")
                State state,
        @Schema(examples = "ASPS", description = "The society that proposes")
                @Nullable String provider,
        ProposedCorrection correction,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Schema(examples = "As the certificate says", description = "Of the board")
                @Nullable String decisionReason) {

    @Schema(name = "CorrectionProposalState")
    enum State {
        PROPOSED,
        ACCEPTED,
        REJECTED,
        SUPERSEDED
    }

    /// The version of the proposal.
    ETag tag() {
        byte[] content = StoredJson.write(this).getBytes(StandardCharsets.UTF_8);
        return new ETag(UUID.nameUUIDFromBytes(content).toString());
    }

    @JsonIgnore
    Poster poster() {
        return provider == null ? Poster.BOARD : Poster.provider(provider);
    }
}
