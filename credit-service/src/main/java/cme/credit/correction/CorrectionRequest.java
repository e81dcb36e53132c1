package cme.credit.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What stands in the place of what was posted; read by [Corrections], described here.
@Schema(
        name = "CorrectionRequest",
        description =
                "The whole content, not a part of it. Who completed it may be left out, and stays then; `externalId` may be"
                        + " sent again, but not changed.")
record CorrectionRequest(
        @Schema(
                        required = true,
                        examples = "Left before the last session",
                        maxLength = WithdrawalRequest.MAX_REASON)
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
