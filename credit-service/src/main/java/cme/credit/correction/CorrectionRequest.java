package cme.credit.correction;

import cme.credit.completion.Completion;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a correction. This record describes it; [CorrectionService] reads it.
@Schema(
        name = "CorrectionRequest",
        description =
                "Send the whole content. Without a person the completion keeps its diplomate. `externalId` may be repeated,"
                        + " not changed.")
record CorrectionRequest(
        @Schema(
                        required = true,
                        examples = "Left before the last session",
                        maxLength = Completion.MAX_REASON)
                String reason,
        @Nullable String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        @Nullable String familyName,
        @Nullable String birthMonthDay,
        @Schema(examples = "ASPS-VTE-PREVENTION") @Nullable String activity,
        @Nullable String title,
        @Schema(required = true, examples = "2026-10-04") LocalDate completedOn,
        @Schema(required = true, examples = "1.25") BigDecimal credits,
        @Schema(examples = "1.25") @Nullable BigDecimal patientSafetyCredits,
        @Schema(examples = "AMA_PRA_1") @Nullable String category,
        @Nullable String provider) {}
