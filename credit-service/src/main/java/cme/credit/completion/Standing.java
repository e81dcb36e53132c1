package cme.credit.completion;

import cme.credit.identity.IdentityMatch.Missed;

import java.util.UUID;

/// What stands under a poster's `externalId` already.
record Standing(String externalId, UUID contentHash, What what) {
    /// The thing that stands.
    sealed interface What {
        record Completed(UUID completion) implements What {}

        /// @param fresh came with the very request that is being judged
        record Waiting(UUID heldRow, Missed reason, boolean fresh) implements What {}

        record Discarded(UUID heldRow, String reason) implements What {}
    }
}
