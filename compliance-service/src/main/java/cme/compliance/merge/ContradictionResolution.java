package cme.compliance.merge;

import cme.chassis.json.Fields;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Says that the value of the number that remains is right, and why.
@Schema(name = "ContradictionResolution")
record ContradictionResolution(
        @Schema(examples = "The survivor's decision is the later one", maxLength = MAX_REASON)
                String reason) {

    private static final int MAX_REASON = 500;

    /// The reason is empty when it is missing; the fields then have the violation.
    static ContradictionResolution read(Fields fields) {
        String reason = fields.requiredText("reason", MAX_REASON);
        return new ContradictionResolution(reason == null ? "" : reason);
    }
}
