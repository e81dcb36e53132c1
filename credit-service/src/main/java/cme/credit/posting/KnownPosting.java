package cme.credit.posting;

import cme.credit.matching.IdentityMatch.HoldReason;

import java.util.UUID;

/// A posting that the ledger already has under a poster's `externalId`.
sealed interface KnownPosting {
    String externalId();

    /// The hash of the content that was posted first.
    UUID contentHash();

    record Completed(String externalId, UUID contentHash, UUID completion)
            implements KnownPosting {}

    /// @param sameRequest whether the held row came with the request that is being judged
    record Waiting(
            String externalId,
            UUID contentHash,
            UUID heldRow,
            HoldReason reason,
            boolean sameRequest)
            implements KnownPosting {}

    record Discarded(String externalId, UUID contentHash, UUID heldRow, String reason)
            implements KnownPosting {}
}
