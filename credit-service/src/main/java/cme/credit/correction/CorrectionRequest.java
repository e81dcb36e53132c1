package cme.credit.correction;

import cme.credit.completion.Completion;
import cme.credit.posting.ContentRequest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a correction. This record describes it; [CorrectionService] reads it.
@Schema(
        name = "CorrectionRequest",
        description =
                "Send the whole content. Without a person the completion keeps its diplomate. `externalId` may be repeated,"
                        + " not changed.")
record CorrectionRequest(
        @Schema(examples = "Left before the last session", maxLength = Completion.MAX_REASON)
                String reason,
        @Nullable String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        @Nullable String familyName,
        @Nullable String birthMonthDay,
        @JsonUnwrapped ContentRequest content) {}
