package cme.catalog.directory;

import cme.catalog.activity.ActivityType;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Description.OncePer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The description of a row in the API; [RowReader] reads it.
@Schema(name = "ImportRow")
record ImportRowRequest(
        @Schema(required = true) String code,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true, description = "Code or name of a provider")
                @Nullable String provider,
        @Schema(nullable = true) @Nullable ActivityType type,
        @Schema(nullable = true, description = "Instead of the type: the format of the directory")
                @Nullable String format,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable BigDecimal credits,
        @Schema(nullable = true) @Nullable BigDecimal patientSafetyCredits,
        @Schema(nullable = true) @Nullable Boolean creditsConfirmed,
        @Schema(nullable = true) @Nullable OncePer oncePer,
        @Schema(nullable = true) @Nullable String capGroup,
        @Schema(nullable = true) @Nullable BigDecimal capCredits,
        @Schema(nullable = true) @Nullable LocalDate offeredFrom,
        @Schema(nullable = true) @Nullable LocalDate offeredUntil,
        @Schema(
                        description =
                                "Added, or extended when purpose, procedures and first day are the same")
                List<ApprovalRow> approvals) {

    /// An approval in a row.
    @Schema(name = "ImportedApproval")
    record ApprovalRow(
            @Schema(nullable = true, description = "Approvals of other boards are not taken over")
                    @Nullable String board,
            @Schema(required = true) Purpose purpose,
            List<String> procedures,
            @Schema(required = true) LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate until) {}

    static final String CSV =
            """
            activityId,title,provider,format,credits,offeredFrom,expires,approvals
            PRS-2026-0117,Safe liposuction,PRS,Journal-based CME,1.00,2026-01-17,2028-01-16,ABPS:Lifelong Learning; ABPS:Patient Safety
            """;

    static final String JSON =
            """
            [{"code": "PRS-2026-0117", "title": "Safe liposuction", "provider": "PRS", "type": "ARTICLE",
              "credits": 1, "approvals": [{"purpose": "PATIENT_SAFETY", "from": "2026-01-17"}]}]""";
}
