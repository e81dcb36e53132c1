package cme.compliance.diplomate;

import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// The diplomates something is known about. Whoever changes or assesses one holds its lock until
/// the transaction ends, and reads only afterwards: then nobody stores an answer that misses what
/// another transaction has just recorded.
@Singleton
public class Diplomates {

    /// Any number, as long as all instances agree.
    private static final long ACTIVITIES = 0x434d455f41435400L;

    /// In the order of the id, so that two transactions never wait for each other.
    private static final String MAKE =
            """
            insert into diplomate (diplomate_id)
            select distinct id from unnest(:ids::text[]) as id order by id
            on conflict do nothing
            """;

    private static final String LOCK =
            """
            select count(*) from (
                select from diplomate where diplomate_id = any(:ids)
                order by diplomate_id for no key update) as locked
            """;

    /// Locks the diplomates, whether they were known or not. A row lock each: unlike advisory locks
    /// they do not fill the lock table of the database, however large the batch is.
    public void lock(Handle transaction, Collection<DiplomateId> diplomates) {
        var ids = array(diplomates);
        if (lockKnown(transaction, ids) < ids.length) {
            transaction.createUpdate(MAKE).bind("ids", ids).execute();
            // Somebody else may have made them.
            lockKnown(transaction, ids);
        }
    }

    private static int lockKnown(Handle transaction, String[] ids) {
        return transaction.createQuery(LOCK).bind("ids", ids).mapTo(Integer.class).one();
    }

    /// Makes sure that no activity changes until the transaction ends. To be taken before any other
    /// lock: a change of an activity then sees everybody who was assessed with its old state, and
    /// whoever is assessed later sees the new one.
    public void holdActivities(Handle transaction) {
        transaction.select("select pg_advisory_xact_lock_shared(?)", ACTIVITIES).mapToMap().one();
    }

    /// Waits until no assessment is under way and keeps others out until the transaction ends.
    public void changeActivities(Handle transaction) {
        transaction.select("select pg_advisory_xact_lock(?)", ACTIVITIES).mapToMap().one();
    }

    /// The same for whoever changes what is known of many diplomates without locking each.
    public void keepAssessmentsOut(Handle transaction) {
        changeActivities(transaction);
    }

    /// The ids as PostgreSQL takes them.
    public static String[] array(Collection<DiplomateId> diplomates) {
        return diplomates.stream().map(DiplomateId::value).toArray(String[]::new);
    }
}
