package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One diplomate completed one thing on one date, with every state it was ever recorded in.
///
/// @param revisions at least one; kept in the order of their numbers, each number once
public record Completion(Id id, List<Revision> revisions) {

    public Completion {
        revisions = Revisions.inOrder(revisions);
    }

    /// The ledger's id of a completion, the same over all its revisions.
    public record Id(String value) implements Comparable<Id> {

        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("The id of a completion is blank");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    public enum Status {
        RECORDED,
        WITHDRAWN
    }

    /// The kinds of posters, in the order in which their reports of the same learning are believed.
    public enum Poster {
        PROVIDER,
        BOARD,
        DIPLOMATE
    }

    /// The thing that was learnt: an activity of the catalog, or a title outside it.
    ///
    /// Two completions on one date are the same learning when their subjects and sessions are equal
    /// ([Duplicates]).
    public sealed interface Subject {

        record InCatalog(Activity.Code code) implements Subject {}

        record Titled(String title) implements Subject {}
    }

    /// The whole state of a completion from `recordedAt` on, until a later revision.
    ///
    /// @param session the part of the activity that was attended that day, null for no named part
    /// @param patientSafetyCredits the part of `credits` that is patient safety, null when it was
    ///   not posted
    public record Revision(
            int number,
            Status status,
            Subject subject,
            LocalDate completedOn,
            @Nullable String session,
            Credits credits,
            @Nullable Credits patientSafetyCredits,
            Poster poster,
            Instant recordedAt)
            implements Revisions.Numbered {

        public Revision {
            if (patientSafetyCredits != null && patientSafetyCredits.compareTo(credits) > 0) {
                throw new IllegalArgumentException(
                        patientSafetyCredits
                                + " patient-safety credits inside "
                                + credits
                                + " credits");
            }
        }
    }

    /// The revision in force at an instant, null when nothing was recorded by then.
    @Nullable Revision knownAt(Instant instant) {
        return Revisions.knownAt(revisions, instant);
    }

    /// The instant at which the completion was first posted; corrections do not make it younger.
    Instant firstRecordedAt() {
        return revisions.getFirst().recordedAt();
    }

    Completion mergedWith(Completion other) {
        return new Completion(id, Revisions.together(revisions, other.revisions));
    }
}
