package cme.compliance.diplomate;

import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Locks diplomates. A transaction that changes or assesses a diplomate holds its lock until the
/// end and reads only afterwards, so that no stored answer misses a change of another transaction.
@Singleton
public class Diplomates {

    /// The key of an advisory lock, the same in all instances.
    private static final long ACTIVITIES = 0x434d455f41435400L;

    /// In the order of the id, so that two transactions never deadlock.
    private static final String ADD =
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

    /// Locks the diplomates and adds those that are not known yet. Row locks, unlike advisory
    /// locks, do not fill the lock table of the database when a batch is large.
    public void lock(Handle transaction, Collection<DiplomateId> diplomates) {
        String[] ids = array(diplomates);
        if (lockKnown(transaction, ids) < ids.length) {
            transaction.createUpdate(ADD).bind("ids", ids).execute();
            // Another transaction may have added them.
            lockKnown(transaction, ids);
        }
    }

    private static int lockKnown(Handle transaction, String[] ids) {
        return transaction.createQuery(LOCK).bind("ids", ids).mapTo(Integer.class).one();
    }

    /// Keeps activities from changing until the transaction ends. This lock comes before any other
    /// one: then a change of an activity finds all diplomates who were assessed with its old state,
    /// and later assessments find the new state.
    public void holdActivities(Handle transaction) {
        transaction.select("select pg_advisory_xact_lock_shared(?)", ACTIVITIES).mapToMap().one();
    }

    /// Waits for running assessments and keeps new ones out until the transaction ends.
    public void changeActivities(Handle transaction) {
        transaction.select("select pg_advisory_xact_lock(?)", ACTIVITIES).mapToMap().one();
    }

    /// As [#changeActivities], for a change of many diplomates that does not lock each of them.
    public void keepAssessmentsOut(Handle transaction) {
        changeActivities(transaction);
    }

    /// The ids as an array for PostgreSQL.
    public static String[] array(Collection<DiplomateId> diplomates) {
        return diplomates.stream().map(DiplomateId::value).toArray(String[]::new);
    }
}
