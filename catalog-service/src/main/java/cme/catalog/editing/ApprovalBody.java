package cme.catalog.editing;

import cme.catalog.activity.Purpose;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Describes what is sent as an approval; it is read by [ApprovalRequest].
@Schema(name = "ApprovalRequest")
record ApprovalBody(
        @Schema(required = true) Purpose purpose,
        @Schema(description = "Codes of tracer procedures: at least one for TRACER, none otherwise")
                List<String> procedures,
        @Schema(required = true, description = "First day that it covers") LocalDate from,
        @Schema(nullable = true, description = "Last day that it covers; null for no end")
                @Nullable LocalDate until,
        @Schema(nullable = true, description = "Why; shown in the history")
                @Nullable String reason) {

    static final String TRACER =
            """
            {"purpose": "TRACER", "procedures": ["CARPAL_TUNNEL"],
             "from": "2022-11-01", "until": "2025-10-31"}""";

    static final String SAFETY =
            """
            {"purpose": "PATIENT_SAFETY", "procedures": [], "from": "2026-01-01", "until": null,
             "reason": "Added to the list by the committee"}""";
}
