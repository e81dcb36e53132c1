package cme.compliance.assessment;

import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer that was just made, with the document to be stored.
///
/// @param dueAgainOn the day on which it has to be made again although no event comes in
record AssessedStatus(Status status, StatusDocument document, @Nullable LocalDate dueAgainOn) {

    static AssessedStatus of(Status status, @Nullable LocalDate nextCompletionOn) {
        return new AssessedStatus(
                status,
                StatusDocument.of(status),
                earlier(status.nextChangeOn(), nextCompletionOn));
    }

    /// Whether it says the same as the answer before; the digest covers everything but the day.
    boolean isSameAs(Map<DiplomateId, Statuses.Before> before) {
        Statuses.Before mine = before.get(status.diplomate());
        return mine != null && document.digest().equals(mine.digest());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
