package cme.credit.identity;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A diplomate as the board reads them, and as the event log keeps them.
@Schema(name = "Identity")
record IdentityView(
        @Schema(examples = "012345") String diplomateId,
        @Schema(examples = "1234567893") @Nullable String npi,
        @Schema(examples = "Maria") @Nullable String givenName,
        @Schema(examples = "Lopez-Garcia") String familyName,
        @Schema(examples = "03-14") @Nullable String birthMonthDay,
        @Schema(
                        examples = "012346",
                        nullable = true,
                        description =
                                "The diplomate who remains after a merge; everything of this number is theirs")
                @Nullable String mergedInto,
        @Schema(examples = "1") int revision,
        Instant updatedAt) {}
