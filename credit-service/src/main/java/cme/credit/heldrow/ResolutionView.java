package cme.credit.heldrow;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The decision on a held row.
@Schema(name = "Resolution")
record ResolutionView(
        UUID heldRow,
        @Schema(
                        examples = "RECORDED",
                        enumeration = {"RECORDED", "DISCARDED"})
                String outcome,
        @Schema(description = "The completion that the row became") @Nullable UUID completion) {}
