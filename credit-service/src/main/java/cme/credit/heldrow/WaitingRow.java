package cme.credit.heldrow;

import cme.credit.completion.Completion;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Completion.Status;
import cme.credit.completion.Completions;
import cme.credit.completion.Posted;
import cme.credit.completion.Poster;
import cme.credit.completion.TimeOrderedId;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A held row as it is stored and still waits.
///
/// @param contentHash of what was posted
record WaitingRow(
        UUID id,
        Poster poster,
        UUID contentHash,
        HeldContent content,
        HoldReason reason,
        @Nullable UUID roster,
        Instant heldAt) {

    /// The completion that it becomes once its diplomate is known.
    Completions.New of(String diplomateId, Instant at, String by, @Nullable String reason) {
        Posted posted = content.posted();
        Content what =
                new Content(
                        posted.activity(),
                        posted.title(),
                        posted.completedOn(),
                        posted.credits(),
                        posted.patientSafetyCredits(),
                        posted.category(),
                        posted.provider());
        Completion completion =
                new Completion(
                        TimeOrderedId.at(at),
                        1,
                        Status.RECORDED,
                        diplomateId,
                        what,
                        poster,
                        posted.externalId(),
                        roster,
                        at,
                        by,
                        reason);
        return new Completions.New(completion, contentHash);
    }
}
