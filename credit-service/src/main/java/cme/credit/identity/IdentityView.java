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
                                "The diplomate who remains after a merge; everything of this number is theirs")
                @Nullable String mergedInto,
        @Schema(examples = "1") int revision,
        Instant updatedAt) {}
