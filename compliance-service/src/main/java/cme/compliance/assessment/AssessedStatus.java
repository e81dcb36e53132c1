package cme.compliance.assessment;

import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Status;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer that was just made, with what is stored of it.
///
/// @param dueAgainOn the day on which it has to be made anew although nothing comes in
record AssessedStatus(Status status, StatusDocument document, @Nullable LocalDate dueAgainOn) {

    static AssessedStatus of(Status status, @Nullable LocalDate nextCompletionOn) {
        return new AssessedStatus(
                status,
                StatusDocument.of(status),
                earlier(status.nextChangeOn(), nextCompletionOn));
    }

    /// Whether it says the same as the answer before, of which everything but the day is the
    /// digest.
    boolean isSameAs(Map<DiplomateId, Statuses.Before> before) {
        var mine = before.get(status.diplomate());
        return mine != null && mine.digest().equals(document.digest());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
