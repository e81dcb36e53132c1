package cme.credit.heldrow;

import cme.chassis.json.Fields;
import cme.credit.completion.Completion;
import cme.credit.identity.IdentityFields;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The board's decision on a held row.
@Schema(
        name = "ResolutionRequest",
        description = "Send the diplomate of the row, or discard the row and give the reason.")
record ResolutionRequest(
        @Nullable String diplomateId,
        @Nullable Boolean discard,
        @Schema(examples = "Not a diplomate of this board", maxLength = Completion.MAX_REASON)
                @Nullable String reason) {

    static ResolutionRequest read(Fields fields) {
        String diplomateId = fields.text("diplomateId", IdentityFields.MAX_DIPLOMATE_ID);
        Boolean discard = fields.flag("discard");
        boolean discarded = Boolean.TRUE.equals(discard);
        if (discarded == (diplomateId != null)) {
            fields.violation(
                    "diplomateId", "required", "Send either a diplomateId or discard: true.");
        }
        String reason = fields.text("reason", Completion.MAX_REASON);
        if (discarded) {
            fields.required("reason", reason);
        }
        return new ResolutionRequest(diplomateId, discard, reason);
    }
}
