package cme.credit.completion;

import cme.credit.identity.IdentityLock;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Lets those who post under the same `externalId` do so one after the other.
///
/// A roster has its poster for itself; single posts share the poster and have their `externalId`s
/// for themselves. So what was read to stand under an `externalId` still stands when it is written,
/// and as everyone takes identities, poster and `externalId`s in this order, the latter sorted,
/// nobody waits in a circle. The unique keys of the tables stay as the net below.
public final class PostingLock {
    private static final String FOR_ROSTER =
            "select "
                    + IdentityLock.FOR_MATCHING
                    + ", pg_advisory_xact_lock(hashtextextended(:poster, 1))";

    private static final String FOR_SINGLES =
            "select "
                    + IdentityLock.FOR_MATCHING
                    + """
                    , pg_advisory_xact_lock_shared(hashtextextended(:poster, 1));
                    select pg_advisory_xact_lock(key) from (
                        select distinct hashtextextended(:poster || chr(31) || external_id, 2) as key
                        from unnest(:externalIds) as external_id order by 1) as sorted
                    """;

    private PostingLock() {}

    public static void forRoster(Handle transaction, Poster poster) {
        transaction.createUpdate(FOR_ROSTER).bind("poster", poster.key()).execute();
    }

    public static void forSingles(
            Handle transaction, Poster poster, Collection<String> externalIds) {
        transaction
                .createUpdate(FOR_SINGLES)
                .bind("poster", poster.key())
                .bind("externalIds", externalIds.toArray(String[]::new))
                .execute();
    }
}
