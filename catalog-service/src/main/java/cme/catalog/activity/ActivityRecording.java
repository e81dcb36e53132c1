package cme.catalog.activity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Records the changes that people make to one activity, each with its event.
@Singleton
public class ActivityRecording {

    private final ActivityRecords activities;
    private final ApprovalRecords approvals;
    private final ActivityEvents events;
    private final Clock clock;

    ActivityRecording(
            ActivityRecords activities,
            ApprovalRecords approvals,
            ActivityEvents events,
            Clock clock) {
        this.activities = activities;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /// Records a new activity without approvals. When another transaction has just added it, this
    /// one fails and is run again.
    public ActivityRevision add(
            Handle transaction, Activity.Proposed activity, @Nullable String reason, String by) {
        return record(
                transaction,
                new ActivityRecord(activity.code()),
                activity,
                Occasion.PROPOSED,
                reason,
                by);
    }

    /// @param transaction one in which the activity was locked
    /// @param reason null when nobody gave one
    public ActivityRevision change(
            Handle transaction,
            Activity activity,
            Occasion occasion,
            @Nullable String reason,
            String by) {
        // Approvals first: the database makes the search words when the activity is written.
        approvals.replace(activity);
        ActivityRecord row = activities.findById(activity.code().value());
        return record(transaction, row, activity, occasion, reason, by);
    }

    private ActivityRevision record(
            Handle transaction,
            ActivityRecord row,
            Activity activity,
            Occasion occasion,
            @Nullable String reason,
            String by) {
        row.change(activity, clock.instant(), by);
        activities.persistAndFlush(row);
        ActivityRevision revision = row.revisionOf(activity);
        events.append(transaction, List.of(new ActivityChange(revision, occasion, reason)));
        return revision;
    }
}
