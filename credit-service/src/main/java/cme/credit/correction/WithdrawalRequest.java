package cme.credit.correction;

import cme.chassis.json.Fields;
import cme.credit.completion.Completion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The reason of a withdrawal.
@Schema(name = "WithdrawalRequest")
public record WithdrawalRequest(
        @Schema(examples = "Posted for another surgeon", maxLength = Completion.MAX_REASON)
                String reason) {

    /// The reason is empty when it is missing; the fields then have the violation.
    public static WithdrawalRequest read(Fields fields) {
        String reason = fields.requiredText("reason", Completion.MAX_REASON);
        return new WithdrawalRequest(reason == null ? "" : reason);
    }
}
