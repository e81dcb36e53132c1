package cme.credit.roster;

import cme.credit.access.Poster;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A roster as it is now: a held row that has found its diplomate since counts as recorded, and a
/// mended row counts once.
@Schema(name = "Roster")
record RosterSummaryView(
        UUID id,
        @Schema(examples = "ASPS-ANNUAL-2026-DAY-4") String externalId,
        @Schema(
                        examples = "RECORDED",
                        description = "`WITHDRAWN` while everything that it recorded is withdrawn")
                Roster.Status status,
        @Schema(examples = "PROVIDER") Poster.Kind poster,
        @Nullable String provider,
        @Schema(examples = "1", description = "How often something new was posted under it")
                int postings,
        int rows,
        int recorded,
        int duplicate,
        @Schema(description = "Rows that were withdrawn already when they were posted")
                int withdrawn,
        int conflict,
        int held,
        int rejected,
        Instant receivedAt,
        String receivedBy) {

    static RosterSummaryView of(Roster roster) {
        RowCounts counts = roster.counts();
        return new RosterSummaryView(
                roster.id(),
                roster.externalId(),
                roster.status(),
                roster.poster().kind(),
                roster.poster().provider(),
                roster.postings(),
                counts.rows(),
                counts.of(RowOutcome.RECORDED),
                counts.of(RowOutcome.DUPLICATE),
                counts.of(RowOutcome.WITHDRAWN),
                counts.of(RowOutcome.CONFLICT),
                counts.of(RowOutcome.HELD),
                counts.of(RowOutcome.REJECTED),
                roster.receivedAt(),
                roster.receivedBy());
    }
}
