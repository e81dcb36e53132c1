package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that can be completed for credit, with every state the catalog ever gave it.
///
/// @param revisions at least one; kept in the order of their numbers, each number once
public record Activity(Code code, List<Revision> revisions) {

    public Activity {
        revisions = Revisions.inOrder(revisions);
    }

    /// The catalog's code of an activity.
    public record Code(String value) implements Comparable<Code> {

        public Code {
            if (value.isBlank()) {
                throw new IllegalArgumentException("The code of an activity is blank");
            }
        }

        @Override
        public int compareTo(Code other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
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

    /// How often an activity may count: on each date, first in a window, or first in the cycle.
    public enum OncePer {
        DATE,
        WINDOW,
        CYCLE
    }

    /// The maximum that the credits of an activity are: of one attendance, or of all its dates in a
    /// window together.
    public enum CreditsPer {
        /// A series: each date anew.
        COMPLETION,
        /// A meeting of several days is designated for so many credits in all.
        ACTIVITY
    }

    /// The activities of a group count together for at most so many credits in a window.
    public record Cap(String group, Credits credits) {}

    /// The purpose for which the board approves an activity.
    public enum Purpose {
        LIFELONG_LEARNING,
        PATIENT_SAFETY,
        TRACER
    }

    /// The board's approval of an activity for one purpose and a span of dates, both ends
    /// inclusive.
    ///
    /// @param procedures the tracer procedures it is aligned with, empty for the other purposes
    /// @param until null while open
    public record Approval(
            Purpose purpose,
            Set<ProcedureCode> procedures,
            LocalDate from,
            @Nullable LocalDate until) {

        public Approval {
            procedures = Set.copyOf(procedures);
        }

        public boolean inForceOn(LocalDate date) {
            return !date.isBefore(from) && (until == null || !date.isAfter(until));
        }
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
            CreditsPer creditsPer,
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

        boolean everApprovedFor(Purpose purpose) {
            return approvals.stream().anyMatch(approval -> approval.purpose() == purpose);
        }

        public boolean offeredOn(LocalDate date) {
            return (offeredFrom == null || !date.isBefore(offeredFrom))
                    && (offeredUntil == null || !date.isAfter(offeredUntil));
        }
    }

    /// The revision in force at an instant, null when nothing was recorded by then.
    public @Nullable Revision knownAt(Instant instant) {
        return Revisions.knownAt(revisions, instant);
    }

    /// The revision in force when a day ended in a zone, null when nothing was recorded by then.
    ///
    /// @param knownAt revisions recorded later are not known
    @Nullable Revision knownOn(LocalDate day, ZoneId zone, Instant knownAt) {
        Instant lastOfDay = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        return Revisions.knownAt(revisions, lastOfDay.isAfter(knownAt) ? knownAt : lastOfDay);
    }

    Activity mergedWith(Activity other) {
        return new Activity(code, Revisions.together(revisions, other.revisions));
    }
}
