package cme.credit.correction;

import cme.chassis.json.Fields;
import cme.credit.completion.Completion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The board's decision on a proposed correction.
@Schema(name = "ProposalDecisionRequest")
record ProposalDecisionRequest(
        @Schema(examples = "ACCEPT") Decision decision,
        @Schema(examples = "As the certificate says", maxLength = Completion.MAX_REASON)
                String reason) {

    @Schema(name = "ProposalDecision")
    enum Decision {
        /// The board corrects the completion as it was proposed.
        ACCEPT,
        REJECT
    }

    /// Missing values have violations then.
    static ProposalDecisionRequest read(Fields fields) {
        Decision decision = fields.required("decision", fields.oneOf("decision", Decision.class));
        String reason = fields.requiredText("reason", Completion.MAX_REASON);
        return new ProposalDecisionRequest(
                decision == null ? Decision.REJECT : decision, reason == null ? "" : reason);
    }
}
