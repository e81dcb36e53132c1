package cme.credit.identity;

import cme.credit.matching.IdentityMatch;
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
                        })
                String outcome,
        @Schema(examples = "012345", description = "Of a match only")
                @Nullable String diplomateId) {

    static MatchView of(IdentityMatch match) {
        return switch (match) {
            case IdentityMatch.Match(String diplomateId) -> new MatchView("MATCH", diplomateId);
            case IdentityMatch.HoldReason missed -> new MatchView(missed.name(), null);
        };
    }
}
