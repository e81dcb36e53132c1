package cme.credit.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a posting. This record describes it; [CompletionForm] reads it.
@Schema(
        name = "CompletionRequest",
        description =
                "Send `diplomateId` or `npi` (or both), and `activity` or `title` (not both).")
record CompletionRequest(
        @Schema(
                        required = true,
                        examples = "ASPS-2026-0412-17",
                        maxLength = CompletionForm.MAX_EXTERNAL_ID,
                        description =
                                "Your own name of the completion; posting it again changes nothing")
                String externalId,
        @Schema(examples = "012345") @Nullable String diplomateId,
        @Schema(examples = "1234567893", pattern = "[0-9]{10}") @Nullable String npi,
        @Schema(required = true, examples = "Lopez") String familyName,
        @Schema(examples = "03-14", description = "MM-DD") @Nullable String birthMonthDay,
        @Schema(examples = "ASPS-VTE-PREVENTION", description = "Code in the catalog")
                @Nullable String activity,
        @Schema(description = "Title of something outside the catalog") @Nullable String title,
        @Schema(
                        required = true,
                        examples = "2026-10-04",
                        description = "A date, without time or zone")
                LocalDate completedOn,
        @Schema(
                        required = true,
                        examples = "1.5",
                        minimum = "0.25",
                        maximum = "999.75",
                        multipleOf = 0.25)
                BigDecimal credits,
        @Schema(
                        examples = "1.5",
                        minimum = "0",
                        maximum = "999.75",
                        multipleOf = 0.25,
                        description = "Leave out when unknown")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(examples = "AMA_PRA_1", pattern = "[A-Z0-9_]{1,40}") @Nullable String category,
        @Schema(description = "Only the board sends it; a society's provider comes from its token")
                @Nullable String provider) {}
