package cme.credit.completion;

import cme.chassis.database.Columns;
import cme.credit.access.Poster;
import cme.credit.identity.IdentityLock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Makes postings under the same `externalId` happen one after the other.
///
/// A roster locks its poster; single postings share the lock of the poster and lock their own
/// `externalId`s. So nothing else is written under an `externalId` between reading and writing it.
/// Every transaction locks in the same order (identities, poster, sorted `externalId`s), which
/// rules out deadlocks. The unique keys of the tables stay as a second guard.
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

    public static void forSingles(Handle transaction, Poster poster, List<String> externalIds) {
        transaction
                .createUpdate(FOR_SINGLES)
                .bind("poster", poster.key())
                .bind("externalIds", Columns.of(externalIds, id -> id))
                .execute();
    }
}
