package cme.portal.credit;

import cme.portal.services.Absent;

import java.time.Instant;
import java.util.List;

/// Two numbers of one person, made one.
///
/// @param into The diplomate who remained
/// @param reason Of the merge, or of its withdrawal
/// @param dryRun Nothing was changed
/// @param completions The completions that were moved, or given back by the withdrawal
/// @param heldRowsRecorded Held rows that have found their diplomate by this request
public record Merge(
        String diplomateId,
        String into,
        String status,
        String reason,
        Instant recordedAt,
        String recordedBy,
        boolean dryRun,
        List<Moved> completions,
        int heldRowsRecorded) {
    public Merge {
        completions = Absent.list(completions);
    }

    /// The request to merge a number into another one.
    ///
    /// @param into The diplomate who remains
    public record Request(String into, String reason) {}

    /// A completion that changes its number.
    public record Moved(String completion, String externalId) {}
}
