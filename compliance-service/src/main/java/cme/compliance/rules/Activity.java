package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that can be completed for credit, with every state the catalog ever gave it.
///
/// @param revisions at least one; kept in the order of their numbers, each number once
public record Activity(Code code, List<Revision> revisions) {

    public Activity {
        revisions = Revisions.inOrder(revisions);
    }

    public enum Type {
        COURSE,
        ARTICLE,
        MEETING,
        MASTER_CLASS,
        CURRICULUM,
        DIRECTORY,
        EXAMINATION,
        OTHER
    }

    public enum Status {
        PROPOSED,
        APPROVED,
        RETIRED
    }

    /// The whole state of an activity from `recordedAt` on, until a later revision.
    ///
    /// @param credits the most that can be claimed, null when the source gives none
    /// @param patientSafetyCredits the most of it that is patient safety, null when the source
    ///   gives none
    /// @param creditsConfirmed whether the board has set the credits
    /// @param offeredFrom first day it can be completed, null when open
    /// @param offeredUntil last day it can be completed, null when open
    public record Revision(
            int number,
            String title,
            String provider,
            Type type,
            @Nullable Credits credits,
            @Nullable Credits patientSafetyCredits,
            boolean creditsConfirmed,
            OncePer oncePer,
            @Nullable Cap cap,
            @Nullable LocalDate offeredFrom,
            @Nullable LocalDate offeredUntil,
            Status status,
            List<Approval> approvals,
            Instant recordedAt)
            implements Revisions.Numbered {

        public Revision {
            approvals = List.copyOf(approvals);
        }

        public boolean approvedFor(Purpose purpose, LocalDate date) {
            for (Approval approval : approvals) {
                if (approval.purpose() == purpose && approval.inForceOn(date)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// The revision in force at an instant, null when nothing was recorded by then.
    public @Nullable Revision knownAt(Instant instant) {
        return Revisions.knownAt(revisions, instant);
    }

    Activity mergedWith(Activity other) {
        return new Activity(code, Revisions.together(revisions, other.revisions));
    }
}
