package cme.credit.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A diplomate as the board reads them.
@Schema(name = "Identity")
record IdentityView(
        String diplomateId,
        @Nullable String npi,
        @Nullable String givenName,
        @Schema(description = "Null when it was erased") @Nullable String familyName,
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
        Instant updatedAt,
        @Schema(
                        nullable = true,
                        description =
                                "When the names, the day of birth and the NPI were erased; the number"
                                        + " remains")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Instant erasedAt) {

    /// The number under which everything of this person is recorded.
    String person() {
        return mergedInto == null ? diplomateId : mergedInto;
    }

    boolean isDescribedBy(IdentityRequest request) {
        return request.view(diplomateId, mergedInto, insistence, revision, updatedAt).equals(this);
    }
}
