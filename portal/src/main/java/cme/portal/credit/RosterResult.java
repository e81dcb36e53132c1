package cme.portal.credit;

import cme.portal.services.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of a roster when it was posted or tried.
///
/// @param id Null in a dry run of a roster that is not there yet
/// @param status `WITHDRAWN` while everything that it recorded is withdrawn, after this posting too
/// @param dryRun True when nothing was recorded
/// @param reinstated How many of the recorded ones were withdrawn before and are put back
/// @param withdrawn Posted again after a withdrawal; `?reinstate=true` puts them back
/// @param notices About the roster as a whole; of more than 1,000 rows those of the rows too,
///   summed up
/// @param results Every row; of more than 1,000 rows only those that were not recorded
/// @param moreRejected Rejected rows that `results` leaves out: it has 1,000 violations
public record RosterResult(
        @Nullable String id,
        String externalId,
        String status,
        boolean dryRun,
        int rows,
        int recorded,
        int reinstated,
        int duplicate,
        int withdrawn,
        int conflict,
        int held,
        int rejected,
        List<RosterRow.Notice> notices,
        List<RosterRow> results,
        int moreRejected) {
    public RosterResult {
        notices = Absent.list(notices);
        results = Absent.list(results);
    }
}
