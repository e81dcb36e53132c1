package cme.compliance.evidence;

import cme.compliance.rules.Completion;
import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Credits;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One revision of a completion from the ledger. Fields that this service does not need are
/// ignored.
///
/// @param merge null when no merge made the revision
@JsonIgnoreProperties(ignoreUnknown = true)
record CompletionEvent(
        String id,
        int revision,
        Completion.Status status,
        String diplomateId,
        @Nullable String activity,
        @Nullable String title,
        @Nullable String session,
        LocalDate completedOn,
        BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        Poster poster,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Merge merge) {

    /// The part of a merge of two numbers in a revision.
    enum Merge {
        MOVED,
        GIVEN_BACK
    }

    private static final int MAX_TEXT = 1_000;
    private static final Credits MAX_CREDITS = Credits.of("999.75");

    CompletionEvent {
        text(id, "id");
        text(diplomateId, "diplomateId");
        Objects.requireNonNull(status, "status is missing");
        Objects.requireNonNull(completedOn, "completedOn is missing");
        Objects.requireNonNull(credits, "credits is missing");
        Objects.requireNonNull(poster, "poster is missing");
        Objects.requireNonNull(recordedAt, "recordedAt is missing");
        check(revision > 0, "revision is below 1");
        check(activity != null || title != null, "neither activity nor title is given");
        text(activity == null ? title : activity, "activity or title");
        check(session == null || session.length() <= MAX_TEXT, "session is too long");
        check(quarters(credits).compareTo(MAX_CREDITS) <= 0, "credits are beyond 999.75");
        check(
                patientSafetyCredits == null
                        || quarters(patientSafetyCredits).compareTo(quarters(credits)) <= 0,
                "patientSafetyCredits are more than credits");
    }

    private static void text(@Nullable String value, String name) {
        check(
                value != null && !value.isBlank() && value.length() <= MAX_TEXT,
                name + " is missing, blank or too long");
    }

    private static Credits quarters(BigDecimal credits) {
        try {
            return Credits.of(credits);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("credits are no multiple of 0.25", e);
        }
    }

    private static void check(boolean right, String error) {
        if (!right) {
            throw new IllegalArgumentException(error);
        }
    }
}
