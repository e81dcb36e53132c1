package cme.credit.correction;

import cme.chassis.json.Fields;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why something is withdrawn.
@Schema(name = "WithdrawalRequest")
public record WithdrawalRequest(
        @Schema(
                        required = true,
                        examples = "Posted for another surgeon",
                        maxLength = WithdrawalRequest.MAX_REASON)
                String reason) {

    /// Longest reason taken for anything, in characters.
    public static final int MAX_REASON = 500;

    /// Without a usable reason the request holds an empty one, and the fields have the violation.
    public static WithdrawalRequest read(Fields fields) {
        String reason = fields.requiredText("reason", MAX_REASON);
        return new WithdrawalRequest(reason == null ? "" : reason);
    }
}
