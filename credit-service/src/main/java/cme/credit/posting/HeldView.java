package cme.credit.posting;

import cme.credit.matching.IdentityMatch.HoldReason;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A posting that is well formed and matches no diplomate for sure. It waits and is not lost.
@Schema(name = "Held")
record HeldView(UUID heldRow, @Schema(examples = "NO_MATCH") HoldReason outcome) {}
