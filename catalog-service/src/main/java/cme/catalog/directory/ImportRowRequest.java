package cme.catalog.directory;

import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The description of a row in the API; [RowReader] reads it.
@Schema(name = "ImportRow")
record ImportRowRequest(
        @Schema(examples = "PRS-2026-0117") String code,
        @Nullable String title,
        @Schema(description = "Code or name of a provider") @Nullable String provider,
        @Nullable ActivityType type,
        @Schema(description = "Instead of the type: the format of the directory")
                @Nullable String format,
        @Nullable String url,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        @Nullable Boolean creditsConfirmed,
        @Nullable OncePer oncePer,
        @Nullable CreditsPer creditsPer,
        @Nullable String capGroup,
        @Nullable BigDecimal capCredits,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        @Schema(description = "ISO 8601, or the number of minutes as text", examples = "PT1H30M")
                @Nullable String duration,
        @Schema(
                        description =
                                "Added, or extended when purpose, procedures and first day are the same")
                List<ApprovalRow> approvals) {

    /// An approval in a row.
    @Schema(name = "ImportedApproval")
    record ApprovalRow(
            @Schema(description = "Approvals of other boards are not taken over")
                    @Nullable String board,
            Purpose purpose,
            List<String> procedures,
            LocalDate from,
            @Nullable LocalDate until) {}

    static final String JSON =
            """
            [{"code": "PRS-2026-0117", "title": "Safe liposuction", "provider": "PRS", "type": "ARTICLE",
              "credits": 1, "approvals": [{"purpose": "PATIENT_SAFETY", "from": "2026-01-17"}]}]""";
}
