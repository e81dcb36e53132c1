package cme.credit.completion;

import cme.credit.identity.IdentityLock;

import org.jdbi.v3.core.Handle;

/// Lets those who post under the same `externalId` do so one after the other.
///
/// A roster has its poster for itself; single posts share the poster and have their `externalId`
/// for themselves. So what was read to stand under an `externalId` still stands when it is written,
/// and as everyone takes identities, poster and `externalId` in this order, nobody waits in a
/// circle. The unique keys of the tables stay as the net below.
final class PostingLock {
    private static final String FOR_ROSTER =
            "select "
                    + IdentityLock.FOR_MATCHING
                    + ", pg_advisory_xact_lock(hashtextextended(:poster, 1))";

    /// An expression for a statement that does nothing else: a statement does not see what was
    /// committed while it waited for a lock.
    static final String FOR_ONE =
            IdentityLock.FOR_MATCHING
                    + """
                    , pg_advisory_xact_lock_shared(hashtextextended(:poster, 1)),
                    pg_advisory_xact_lock(hashtextextended(:poster || chr(31) || :externalId, 2))
                    """;

    private PostingLock() {}

    static void forRoster(Handle transaction, Poster poster) {
        transaction.createUpdate(FOR_ROSTER).bind("poster", poster.key()).execute();
    }

    static void forOne(Handle transaction, Poster poster, String externalId) {
        transaction
                .createUpdate("select " + FOR_ONE)
                .bind("poster", poster.key())
                .bind("externalId", externalId)
                .execute();
    }
}
