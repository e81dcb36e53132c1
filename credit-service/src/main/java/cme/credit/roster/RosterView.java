package cme.credit.roster;

import cme.credit.posting.Notice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to a posted roster.
///
/// @param results every row; of more than 1,000 rows only those that were not recorded; rejected
///   rows as long as they have 1,000 violations together
@Schema(name = "RosterResult")
record RosterView(
        @Schema(description = "Null in a dry run of a roster that is not there yet")
                @JsonInclude(JsonInclude.Include.ALWAYS)
                @Nullable UUID id,
        @Schema(examples = "ASPS-ANNUAL-2026-DAY-4") String externalId,
        @Schema(description = "True when nothing was recorded") boolean dryRun,
        @Schema(examples = "3") int rows,
        @Schema(examples = "1") int recorded,
        @Schema(examples = "0") int duplicate,
        @Schema(examples = "0") int conflict,
        @Schema(examples = "1") int held,
        @Schema(examples = "1") int rejected,
        @Schema(
                        description =
                                "Every row; of more than 1,000 rows only those that were not recorded")
                List<RosterRowView> results,
        @Schema(description = "Rejected rows that `results` leaves out: it has 1,000 violations")
                int moreRejected,
        @Schema(description = "What of the roster as a whole the sender should know")
                List<Notice> notices) {}
