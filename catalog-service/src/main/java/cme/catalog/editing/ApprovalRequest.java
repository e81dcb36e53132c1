package cme.catalog.editing;

import cme.catalog.activity.ActivityFields;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Approval.Purpose;
import cme.chassis.json.JsonBody;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The request to give or change an approval.
///
/// @param reason why; null when it was not sent
record ApprovalRequest(Approval approval, @Nullable String reason) {

    /// @param id the id of the approval
    static ApprovalRequest read(JsonBody body, UUID id) {
        return body.read(
                fields -> {
                    String sent = fields.text("id", 100);
                    if (sent != null && !sent.equals(id.toString())) {
                        fields.violation(
                                "id", "id.differs", "The catalog gives approvals their ids.");
                    }
                    return new ApprovalRequest(
                            ActivityFields.approval(fields, id),
                            fields.text("reason", ActivityRequest.MAX_REASON));
                });
    }

    /// The description of the request in the API.
    @Schema(name = "ApprovalRequest")
    record Body(
            Purpose purpose,
            @Schema(
                            description =
                                    "Codes of tracer procedures: at least one for TRACER, none otherwise")
                    List<String> procedures,
            @Schema(description = "First day that it covers") LocalDate from,
            @Schema(description = "Last day that it covers; null for no end")
                    @Nullable LocalDate until,
            @Schema(description = "Why; shown in the history") @Nullable String reason) {

        static final String TRACER =
                """
                {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"],
                 "from": "2022-11-01", "until": "2025-10-31"}""";

        static final String SAFETY =
                """
                {"purpose": "PATIENT_SAFETY", "procedures": [], "from": "2026-01-01", "until": null,
                 "reason": "Added to the list by the committee"}""";
    }
}
