package cme.catalog.editing;

import cme.catalog.activity.Activity.Status;
import cme.catalog.activity.ActivityRevision;
import cme.catalog.activity.ActivityView.ApprovalView;
import cme.catalog.activity.Approval;
import cme.catalog.activity.Approval.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to giving or changing an approval: the approval, and the state of its activity.
@Schema(name = "ApprovalAnswer")
record GivenApprovalView(
        UUID id,
        Purpose purpose,
        List<String> procedures,
        LocalDate from,
        @Nullable LocalDate until,
        @Schema(description = "Code of the activity", examples = "PRS-CARPAL-TUNNEL")
                String activity,
        @Schema(description = "Of the activity") Status status,
        @Schema(description = "Of the activity; also the ETag", examples = "2") int revision) {

    static GivenApprovalView of(ActivityRevision revision, Approval approval) {
        var view = ApprovalView.of(approval);
        return new GivenApprovalView(
                view.id(),
                view.purpose(),
                view.procedures(),
                view.from(),
                view.until(),
                revision.code(),
                revision.activity().status(),
                revision.number());
    }
}
