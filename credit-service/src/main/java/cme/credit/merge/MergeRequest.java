package cme.credit.merge;

import cme.chassis.json.Fields;
import cme.credit.completion.Completion;
import cme.credit.identity.IdentityFields;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names the diplomate who remains, and how the board knows.
@Schema(name = "MergeRequest")
record MergeRequest(
        @Schema(examples = "012346", description = "The diplomate who remains") String into,
        @Schema(
                        examples = "Certified twice under maiden and married name",
                        maxLength = Completion.MAX_REASON)
                String reason) {

    /// A missing text is empty; the fields have the violation then.
    static MergeRequest read(Fields fields) {
        String into = fields.requiredText("into", IdentityFields.MAX_DIPLOMATE_ID);
        String reason = fields.requiredText("reason", Completion.MAX_REASON);
        return new MergeRequest(into == null ? "" : into, reason == null ? "" : reason);
    }
}
