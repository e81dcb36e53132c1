package cme.catalog.activity;

import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.ActivityView.ApprovalView;
import cme.catalog.activity.ActivityView.CapView;
import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.Description.OncePer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The value of an event: the whole state of an activity after a change. Every field is present;
/// one without a value is null. Events of before `creditsPer` and `duration` were added lack them.
@Schema(name = "ActivityState")
record ActivityEvent(
        @Schema(examples = "IHI-OPEN-SCHOOL-PS") String code,
        String title,
        String provider,
        ActivityType type,
        @Nullable String url,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        boolean creditsConfirmed,
        OncePer oncePer,
        @Nullable CreditsPer creditsPer,
        @Nullable CapView cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        @Nullable String duration,
        Status status,
        List<ApprovalView> approvals,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static ActivityEvent of(ActivityRevision revision) {
        Activity activity = revision.activity();
        Description description = activity.description();
        return new ActivityEvent(
                activity.code().value(),
                description.title(),
                description.provider().value(),
                description.type(),
                description.url(),
                Credits.amount(description.credits()),
                Credits.amount(description.patientSafetyCredits()),
                description.creditsConfirmed(),
                description.oncePer(),
                description.creditsPer(),
                CapView.of(description.cap()),
                description.offeredFrom(),
                description.offeredUntil(),
                LearningTime.text(description.duration()),
                activity.status(),
                activity.approvals().stream().map(ApprovalView::of).toList(),
                revision.number(),
                revision.recordedAt(),
                revision.recordedBy());
    }
}
