package cme.credit.identity;

import cme.credit.matching.IdentityMatch;
import cme.credit.matching.Questions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to a [MatchRequest].
@Schema(name = "Match")
record MatchView(
        @Schema(
                        examples = "MATCH",
                        enumeration = {
                            "MATCH",
                            "NO_MATCH",
                            "MULTIPLE_MATCHES",
                            "IDENTITY_DIFFERS",
                            "IDENTITY_ERASED"
                        },
                        description = "A society is told `MATCH` or `NO_MATCH` only")
                String outcome,
        @Schema(
                        examples = "012345",
                        description = "Of a match; a society is told its number only if it sent it")
                @Nullable String diplomateId) {

    /// The answer to the board.
    static MatchView ofBoard(IdentityMatch match) {
        return switch (match) {
            case IdentityMatch.Match(String diplomateId) -> new MatchView("MATCH", diplomateId);
            case IdentityMatch.HoldReason missed -> new MatchView(missed.name(), null);
        };
    }

    /// The answer to a society, which learns neither why nobody is found nor a number that it did
    /// not send.
    static MatchView ofSociety(Questions.Answer answer, @Nullable String sent) {
        if (!answer.masked() && answer.truth() instanceof IdentityMatch.Match(String found)) {
            return new MatchView("MATCH", found.equals(sent) ? found : null);
        }
        return new MatchView(IdentityMatch.HoldReason.NO_MATCH.name(), null);
    }
}
