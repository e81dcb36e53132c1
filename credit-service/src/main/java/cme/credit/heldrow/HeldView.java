package cme.credit.heldrow;

import cme.credit.matching.IdentityMatch.HoldReason;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was posted is well formed but names nobody for sure. It waits; it is not lost.
@Schema(name = "Held")
public record HeldView(UUID heldRow, @Schema(examples = "NO_MATCH") HoldReason outcome) {}
