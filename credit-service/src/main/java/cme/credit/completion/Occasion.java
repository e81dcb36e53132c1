package cme.credit.completion;

import cme.credit.completion.Completion.Content;
import cme.credit.completion.Completion.Status;
import cme.credit.heldrow.HeldRow;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On what occasion something is recorded: in whose name, by whom, when, and with which roster.
///
/// @param by subject of the token
/// @param roster null when something is posted alone
/// @param posting which posting of that roster, counted from 1; 0 when something is posted alone
public record Occasion(Poster poster, String by, Instant at, @Nullable UUID roster, int posting) {

    public Completion completion(
            UUID id, String diplomateId, Posted posted, @Nullable String provider) {
        Content content =
                new Content(
                        posted.activity(),
                        posted.title(),
                        posted.completedOn(),
                        posted.credits(),
                        posted.patientSafetyCredits(),
                        posted.category(),
                        provider);
        return new Completion(
                id,
                1,
                Status.RECORDED,
                diplomateId,
                content,
                poster,
                posted.externalId(),
                roster,
                at,
                by,
                null);
    }

    public HeldRow heldRow(UUID id, Posted posted, @Nullable String provider, HoldReason reason) {
        return new HeldRow(id, poster, posted, provider, reason, roster, posting, at, by);
    }
}
