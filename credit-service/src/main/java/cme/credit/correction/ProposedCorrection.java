package cme.credit.correction;

import cme.credit.posting.ContentRequest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A [CorrectionRequest] as it was sent, in an answer, which leaves nothing out.
@Schema(name = "ProposedCorrection")
record ProposedCorrection(
        @Schema(examples = "Left before the last session") String reason,
        @Nullable String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        @Nullable String familyName,
        @Nullable String birthMonthDay,
        @JsonUnwrapped ContentRequest content) {}
