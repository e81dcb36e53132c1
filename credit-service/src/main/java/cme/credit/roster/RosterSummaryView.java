package cme.credit.roster;

import cme.credit.access.Poster;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A roster as it stands now: what was held and found since is recorded, what was mended counts
/// once.
@Schema(name = "Roster")
record RosterSummaryView(
        UUID id,
        @Schema(examples = "ASPS-ANNUAL-2026-DAY-4") String externalId,
        @Schema(examples = "RECORDED") Roster.Status status,
        @Schema(examples = "PROVIDER") Poster.Kind poster,
        @Schema(examples = "ASPS", nullable = true) @Nullable String provider,
        @Schema(examples = "1", description = "How often something new was posted under it")
                int postings,
        int rows,
        int recorded,
        int duplicate,
        int conflict,
        int held,
        int rejected,
        Instant receivedAt,
        String receivedBy) {

    static RosterSummaryView of(Roster roster, Tally tally) {
        return new RosterSummaryView(
                roster.id(),
                roster.externalId(),
                roster.status(),
                roster.poster().kind(),
                roster.poster().provider(),
                roster.postings(),
                tally.rows(),
                tally.recorded(),
                tally.duplicate(),
                tally.conflict(),
                tally.held(),
                tally.rejected(),
                roster.receivedAt(),
                roster.receivedBy());
    }
}
