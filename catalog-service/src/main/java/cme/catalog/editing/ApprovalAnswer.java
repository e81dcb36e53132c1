package cme.catalog.editing;

import cme.catalog.activity.Approval;
import cme.catalog.activity.Purpose;
import cme.catalog.register.ApprovalView;
import cme.catalog.register.Entry;
import cme.catalog.register.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An approval that was given or changed, and what became of its activity.
@Schema(name = "ApprovalAnswer")
record ApprovalAnswer(
        UUID id,
        Purpose purpose,
        List<String> procedures,
        LocalDate from,
        @Schema(nullable = true) @Nullable LocalDate until,
        @Schema(description = "Code of the activity", examples = "PRS-CARPAL-TUNNEL")
                String activity,
        @Schema(description = "Of the activity") Status status,
        @Schema(description = "Of the activity; also the ETag", examples = "2") int revision) {

    static ApprovalAnswer of(Entry entry, Approval approval) {
        var view = ApprovalView.of(approval);
        return new ApprovalAnswer(
                view.id(),
                view.purpose(),
                view.procedures(),
                view.from(),
                view.until(),
                entry.code(),
                Status.of(entry.activity()),
                entry.revision());
    }
}
