package cme.credit.posting;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.Posted;
import cme.credit.matching.IdentityMatch.HoldReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A posting that the ledger already has under a poster's `externalId`.
sealed interface KnownPosting {
    /// The row of one of an earlier request.
    int EARLIER = 0;

    String externalId();

    /// The hash of the content that was posted first.
    UUID contentHash();

    /// @param row number of the row, if it came with the request that is being judged; otherwise
    ///   [#EARLIER]
    record Completed(String externalId, UUID contentHash, int row, Completion completion)
            implements KnownPosting {
        Completed withCompletion(Completion now) {
            return new Completed(externalId, contentHash, row, now);
        }
    }

    /// @param row as in [Completed]
    record Waiting(
            String externalId,
            UUID contentHash,
            int row,
            UUID heldRow,
            HoldReason reason,
            Posted posted)
            implements KnownPosting {}

    /// The board discarded the held row, or its poster withdrew it with its roster.
    record Discarded(
            String externalId,
            UUID contentHash,
            UUID heldRow,
            HoldReason reason,
            @Nullable String why,
            boolean isByPoster)
            implements KnownPosting {

        /// Whether nobody can tell any more what was posted. Then whatever has the name is the
        /// same: what was discarded or withdrawn stays so.
        boolean isErased() {
            return contentHash.equals(Completions.ERASED_HASH);
        }
    }

    /// A row of the same dry run. Its content is not kept, because the file may be long.
    ///
    /// @param reason why it would be held; null when it would be recorded
    record Rehearsed(
            String externalId, UUID contentHash, int row, UUID id, @Nullable HoldReason reason)
            implements KnownPosting {}

    /// The same, in less memory.
    default KnownPosting rehearsed() {
        return switch (this) {
            case Completed(_, _, int row, Completion completion) when row != EARLIER ->
                    new Rehearsed(externalId(), contentHash(), row, completion.id(), null);
            case Waiting(_, _, int row, UUID heldRow, HoldReason reason, _) when row != EARLIER ->
                    new Rehearsed(externalId(), contentHash(), row, heldRow, reason);
            case Completed _, Waiting _, Discarded _, Rehearsed _ -> this;
        };
    }
}
