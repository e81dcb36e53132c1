package cme.catalog.register;

import cme.catalog.activity.Activity;
import cme.catalog.activity.ActivityType;
import cme.catalog.activity.OncePer;
import cme.catalog.activity.Retirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An activity as it is answered.
@Schema(name = "Activity")
public record ActivityView(
        @Schema(examples = "IHI-OPEN-SCHOOL-PS") String code,
        @Schema(examples = "IHI Open School Patient Safety Curriculum") String title,
        @Schema(description = "Code of the provider", examples = "IHI") String provider,
        ActivityType type,
        @Schema(nullable = true) @Nullable String url,
        @Schema(
                        nullable = true,
                        examples = "10.00",
                        description =
                                "The most that one completion can bring; null while nobody has said")
                @Nullable BigDecimal credits,
        @Schema(
                        nullable = true,
                        examples = "10.00",
                        description = "The most of it that is patient safety")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(description = "Whether the board has set or checked the credits")
                boolean creditsConfirmed,
        @Schema(description = "How often it may count for one diplomate") OncePer oncePer,
        @Schema(nullable = true) @Nullable CapView cap,
        @Schema(nullable = true, description = "First day on which it can be completed")
                @Nullable LocalDate offeredFrom,
        @Schema(
                        nullable = true,
                        description =
                                "Last day on which it can be completed; a retirement brings it forward")
                @Nullable LocalDate offeredUntil,
        Status status,
        List<ApprovalView> approvals,
        @Schema(nullable = true) @Nullable RetirementView retirement,
        @Schema(examples = "3", description = "Also the ETag") int revision,
        Instant updatedAt) {

    /// The cap that the activity shares with its group.
    @Schema(name = "Cap")
    public record CapView(
            @Schema(examples = "IHI-PATIENT-SAFETY") String group,
            @Schema(examples = "10.00") BigDecimal credits) {}

    /// Since when it is no longer offered.
    @Schema(name = "Retirement")
    public record RetirementView(
            @Schema(description = "Last day on which it can be completed") LocalDate on,
            String reason) {}

    public static ActivityView of(Entry entry) {
        var state = ActivityEvent.of(entry);
        var cap = state.cap();
        return new ActivityView(
                state.code(),
                state.title(),
                state.provider(),
                state.type(),
                state.url(),
                state.credits(),
                state.patientSafetyCredits(),
                state.creditsConfirmed(),
                state.oncePer(),
                cap == null ? null : new CapView(cap.group(), cap.credits()),
                state.offeredFrom(),
                state.offeredUntil(),
                state.status(),
                entry.activity().approvals().stream().map(ApprovalView::of).toList(),
                retirement(entry.activity()),
                state.revision(),
                state.recordedAt());
    }

    private static @Nullable RetirementView retirement(Activity activity) {
        return switch (activity) {
            case Activity.Current _ -> null;
            case Activity.Retired(_, Retirement(var on, var reason)) ->
                    new RetirementView(on, reason);
        };
    }
}
