package cme.credit.roster;

import cme.credit.access.Poster;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Completions that were posted together under one name.
///
/// @param externalId the poster's own name of it
/// @param postings how often something new was posted under it
/// @param revision counts every change
/// @param receivedBy subject of the token that posted it first
/// @param counts its rows by outcome, without those that were mended
record Roster(
        UUID id,
        Poster poster,
        String externalId,
        int postings,
        int revision,
        Status status,
        Instant receivedAt,
        String receivedBy,
        RowCounts counts) {

    @Schema(name = "RosterStatus")
    enum Status {
        RECORDED,
        WITHDRAWN
    }
}
