package cme.credit.identity;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A diplomate as the board reads them, and as the event log keeps them.
@Schema(name = "Identity")
record IdentityView(
        String diplomateId,
        @Nullable String npi,
        @Nullable String givenName,
        String familyName,
        @Nullable String birthMonthDay,
        @Schema(
                        examples = "012346",
                        description =
                                "The diplomate who remains after a merge; everything of this number"
                                        + " is theirs")
                @Nullable String mergedInto,
        @Schema(
                        examples = "Twins with one practice",
                        description =
                                "Why the board insisted, with this revision, that this is nobody"
                                        + " else who looks alike")
                @Nullable String insistence,
        @Schema(examples = "1") int revision,
        Instant updatedAt) {

    /// The number under which everything of this person is recorded.
    String person() {
        return mergedInto == null ? diplomateId : mergedInto;
    }

    boolean isDescribedBy(IdentityRequest request) {
        return request.view(diplomateId, mergedInto, insistence, revision, updatedAt).equals(this);
    }
}
