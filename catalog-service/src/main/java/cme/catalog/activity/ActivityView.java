package cme.catalog.activity;

import cme.catalog.activity.Activity.Retirement;
import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.Approval.Purpose;
import cme.catalog.activity.Description.Cap;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import cme.catalog.procedure.ProcedureCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer with an activity.
@Schema(name = "Activity")
public record ActivityView(
        @Schema(examples = "IHI-OPEN-SCHOOL-PS") String code,
        @Schema(examples = "IHI Open School Patient Safety Curriculum") String title,
        @Schema(description = "Code of the provider", examples = "IHI") String provider,
        ActivityType type,
        @Nullable String url,
        @Schema(
                        examples = "10.00",
                        description =
                                "The most that one completion can bring; null while it is not known")
                @Nullable BigDecimal credits,
        @Schema(examples = "10.00", description = "The most of it that is patient safety")
                @Nullable BigDecimal patientSafetyCredits,
        @Schema(description = "Whether the board has set or checked the credits")
                boolean creditsConfirmed,
        @Schema(description = "How often it may count for one diplomate") OncePer oncePer,
        @Schema(
                        description =
                                "The maximum that its credits are: of each date (a series), or of all its"
                                        + " dates in a window together (a meeting of several days)")
                CreditsPer creditsPer,
        @Nullable CapView cap,
        @Schema(description = "First day on which it can be completed")
                @Nullable LocalDate offeredFrom,
        @Schema(
                        description =
                                "Last day on which it can be completed; a retirement brings it forward")
                @Nullable LocalDate offeredUntil,
        @Schema(
                        examples = "PT1H30M",
                        description =
                                "How long it takes a learner (ISO 8601); null while it is not known")
                @Nullable String duration,
        Status status,
        List<ApprovalView> approvals,
        @Nullable RetirementView retirement,
        @Schema(examples = "3", description = "Also the ETag") int revision,
        Instant updatedAt) {

    /// The cap that the activity shares with its group.
    @Schema(name = "Cap")
    public record CapView(
            @Schema(examples = "IHI-PATIENT-SAFETY") String group,
            @Schema(examples = "10.00") BigDecimal credits) {

        static @Nullable CapView of(@Nullable Cap cap) {
            return cap == null ? null : new CapView(cap.group(), cap.credits().amount());
        }
    }

    /// The end of the offer.
    @Schema(name = "Retirement")
    public record RetirementView(
            @Schema(description = "Last day on which it can be completed") LocalDate on,
            String reason) {}

    public static ActivityView of(ActivityRevision revision) {
        ActivityEvent state = ActivityEvent.of(revision);
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
                revision.activity().description().creditsPer(),
                state.cap(),
                state.offeredFrom(),
                state.offeredUntil(),
                state.duration(),
                state.status(),
                state.approvals(),
                retirement(revision.activity()),
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

    /// The answer with an approval.
    @Schema(name = "Approval")
    public record ApprovalView(
            UUID id,
            Purpose purpose,
            @Schema(description = "Codes of tracer procedures; empty unless the purpose is TRACER")
                    List<String> procedures,
            @Schema(description = "First day that it covers") LocalDate from,
            @Schema(description = "Last day that it covers; null for no end")
                    @Nullable LocalDate until) {

        public static ApprovalView of(Approval approval) {
            return new ApprovalView(
                    approval.id(),
                    approval.purpose(),
                    approval.procedures().stream().map(ProcedureCode::value).toList(),
                    approval.span().from(),
                    approval.span().until());
        }
    }
}
