package cme.credit.completion;

import cme.credit.identity.IdentityMatch.Missed;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was posted is well formed but names nobody for sure. It waits; it is not lost.
@Schema(name = "Held")
record HeldView(UUID heldRow, @Schema(examples = "NO_MATCH") Missed outcome) {}
