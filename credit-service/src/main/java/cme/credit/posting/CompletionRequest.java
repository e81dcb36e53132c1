package cme.credit.posting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a posting. This record describes it; [CompletionForm] reads it.
@Schema(
        name = "CompletionRequest",
        description =
                "Send `diplomateId` or `npi` (or both), and `activity` or `title` (not both).")
record CompletionRequest(
        @Schema(
                        examples = "ASPS-2026-0412-17",
                        maxLength = CompletionForm.MAX_EXTERNAL_ID,
                        description =
                                "Your own name of the completion; posting it again changes nothing")
                String externalId,
        @Nullable String diplomateId,
        @Schema(examples = "1234567893", pattern = "[0-9]{10}") @Nullable String npi,
        @Schema(examples = "Lopez") String familyName,
        @Schema(examples = "03-14", description = "MM-DD") @Nullable String birthMonthDay,
        @JsonUnwrapped ContentRequest content) {}
