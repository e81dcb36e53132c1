package cme.catalog.editing;

import cme.catalog.activity.ActivityType;
import cme.catalog.activity.OncePer;
import cme.catalog.register.ActivityView.CapView;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Describes what is put as an activity; it is read by [ActivityRequest], which reports everything
/// that is wrong.
@Schema(name = "ActivityRequest")
record ActivityBody(
        @Schema(required = true, maxLength = 300) String title,
        @Schema(required = true, description = "Code of a provider") String provider,
        @Schema(required = true) ActivityType type,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true, description = "Quarters, at most 999.75")
                @Nullable BigDecimal credits,
        @Schema(nullable = true, description = "A part of the credits")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(
                        nullable = true,
                        description =
                                "Only the board confirms; true unless it says otherwise when the"
                                        + " board sends credits")
                @Nullable Boolean creditsConfirmed,
        @Schema(nullable = true, description = "As is usual for the type when it is not sent")
                @Nullable OncePer oncePer,
        @Schema(nullable = true, description = "The same for all activities of the group")
                @Nullable CapView cap,
        @Schema(nullable = true) @Nullable LocalDate offeredFrom,
        @Schema(nullable = true) @Nullable LocalDate offeredUntil,
        @Schema(nullable = true, description = "Why; shown in the history")
                @Nullable String reason) {

    static final String EXAMPLE =
            """
            {"title": "Annual meeting 2026", "provider": "ASPS", "type": "MEETING",
             "credits": 60, "patientSafetyCredits": 12,
             "offeredFrom": "2026-10-09", "offeredUntil": "2026-10-12"}""";
}
