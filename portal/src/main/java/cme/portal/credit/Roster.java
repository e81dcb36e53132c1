package cme.portal.credit;

import cme.portal.services.Absent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A roster and what became of its rows, as counts.
///
/// @param status `WITHDRAWN` while everything that it recorded is withdrawn
/// @param postings How often something new was posted under it
/// @param withdrawn Rows that were withdrawn already when they were posted
public record Roster(
        String id,
        String externalId,
        String status,
        String poster,
        @Nullable String provider,
        int postings,
        int rows,
        int recorded,
        int duplicate,
        int withdrawn,
        int conflict,
        int held,
        int rejected,
        Instant receivedAt,
        String receivedBy) {
    /// The completions that a withdrawal of a roster takes, and those that it keeps.
    ///
    /// @param dryRun Nothing was changed
    /// @param withdrawn Completions withdrawn
    /// @param discarded Held rows discarded
    /// @param kept Completions that stay recorded, because the board has decided on them
    public record Withdrawal(
            String id,
            boolean dryRun,
            int withdrawn,
            int discarded,
            List<Withdrawn> completions,
            List<Withdrawn> kept) {
        public Withdrawal {
            completions = Absent.list(completions);
            kept = Absent.list(kept);
        }
    }

    /// A completion of a roster.
    public record Withdrawn(String completion, String diplomateId, String externalId) {}
}
