package cme.credit.heldrow;

import cme.chassis.json.Fields;
import cme.credit.correction.WithdrawalRequest;
import cme.credit.identity.IdentityFields;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the board decides on a held row.
@Schema(
        name = "ResolutionRequest",
        description = "Either the diplomate who is meant, or that the row is discarded, and why.")
record ResolutionRequest(
        @Schema(examples = "012345") @Nullable String diplomateId,
        @Nullable Boolean discard,
        @Schema(
                        examples = "Not a diplomate of this board",
                        maxLength = WithdrawalRequest.MAX_REASON)
                @Nullable String reason) {

    static ResolutionRequest read(Fields fields) {
        String diplomateId = fields.text("diplomateId", IdentityFields.MAX_DIPLOMATE_ID);
        Boolean discard = fields.flag("discard");
        boolean discarded = Boolean.TRUE.equals(discard);
        if (discarded == (diplomateId != null)) {
            fields.violation(
                    "diplomateId", "required", "Send either a diplomateId or discard: true.");
        }
        String reason =
                discarded
                        ? fields.requiredText("reason", WithdrawalRequest.MAX_REASON)
                        : fields.text("reason", WithdrawalRequest.MAX_REASON);
        return new ResolutionRequest(diplomateId, discard, reason);
    }
}
