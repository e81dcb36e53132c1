package cme.credit.posting;

import cme.credit.matching.IdentityMatch.HoldReason;

import java.util.UUID;

/// What stands under a poster's `externalId` already.
public record KnownPosting(String externalId, UUID contentHash, What what) {
    /// The thing that stands.
    public sealed interface What {
        record Completed(UUID completion) implements What {}

        /// @param fresh came with the very request that is being judged
        record Waiting(UUID heldRow, HoldReason reason, boolean fresh) implements What {}

        record Discarded(UUID heldRow, String reason) implements What {}
    }
}
