package cme.credit.heldrow;

import cme.credit.completion.Posted;
import cme.credit.completion.Poster;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A well-formed posted completion that found no diplomate, or no single one, and waits.
///
/// @param provider who gave it, as far as known
/// @param roster with which it came; null when it came alone
/// @param posting which posting of that roster; 0 when it came alone
public record HeldRow(
        UUID id,
        Poster poster,
        Posted posted,
        @Nullable String provider,
        HoldReason reason,
        @Nullable UUID roster,
        int posting,
        Instant heldAt,
        String heldBy) {}
