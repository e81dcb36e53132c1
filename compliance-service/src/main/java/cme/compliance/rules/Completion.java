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

    public enum Status {
        RECORDED,
        WITHDRAWN
    }

    /// The whole state of a completion from `recordedAt` on, until a later revision.
    ///
    /// @param patientSafetyCredits the part of `credits` that is patient safety, null when it was
    ///   not posted
    public record Revision(
            int number,
            Status status,
            Subject subject,
            LocalDate completedOn,
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

    /// When the completion was first posted; corrections do not make it younger.
    Instant firstRecordedAt() {
        return revisions.getFirst().recordedAt();
    }

    Completion mergedWith(Completion other) {
        return new Completion(id, Revisions.together(revisions, other.revisions));
    }
}
