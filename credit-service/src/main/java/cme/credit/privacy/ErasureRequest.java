package cme.credit.privacy;

import cme.chassis.json.Fields;
import cme.credit.completion.Completion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why the data of a person are erased.
@Schema(name = "ErasureRequest")
record ErasureRequest(
        @Schema(
                        examples = "Asked for in writing on 2026-11-02",
                        maxLength = Completion.MAX_REASON,
                        description = "Without a name: it stays")
                String reason) {

    /// A missing text is empty; the fields have the violation then.
    static ErasureRequest read(Fields fields) {
        String reason = fields.requiredText("reason", Completion.MAX_REASON);
        return new ErasureRequest(reason == null ? "" : reason);
    }
}
