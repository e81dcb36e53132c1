package cme.compliance.status;

import cme.compliance.rules.Status;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

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

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
