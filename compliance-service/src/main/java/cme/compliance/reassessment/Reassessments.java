package cme.compliance.reassessment;

import static cme.compliance.diplomate.Rows.utc;

import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The set of diplomates who wait to be assessed again.
@Singleton
public class Reassessments {

    /// Why somebody waits.
    public enum Reason {
        COMPLETION,
        ACTIVITY,
        RULE_SET,
        DATE,
        REBUILD
    }

    /// The key of the advisory lock; any number that nobody else here takes.
    private static final long COLLECTING = 0x434d455f534554L;

    private static final String ADD =
            """
            insert into reassessment (diplomate_id, reason, requested_at)
            select id, :reason, :at from unnest(:ids::text[]) as id
            where exists (select from status where diplomate_id = id)
            order by id
            on conflict do nothing
            """;

    /// Who waits already is locked, so that nobody takes it out before this transaction is over and
    /// assesses it without what the transaction brings. In the order of the id, so that two
    /// transactions never wait for each other.
    private static final String DEMAND =
            """
            insert into reassessment as r (diplomate_id, reason, requested_at)
            select distinct id, :reason, :at::timestamptz from unnest(:ids::text[]) as id
            order by id
            on conflict (diplomate_id) do update set reason = r.reason where false
            """;

    /// Whoever is being assessed at this moment is passed over: until that is committed he is still
    /// in the set and his answer still the old one. To insert him would wait for the commit, and
    /// have him assessed once more for nothing.
    private static final String ADD_DUE =
            """
            insert into reassessment (diplomate_id, reason, requested_at)
            select s.diplomate_id, :reason, :at from status s where s.due_again_on <= :today
              and not exists (select from reassessment r where r.diplomate_id = s.diplomate_id)
            order by s.diplomate_id
            on conflict do nothing
            """;

    /// Whoever has a cycle can be assessed, whether that ever happened or not.
    private static final String ADD_ALL =
            """
            insert into reassessment (diplomate_id, reason, requested_at)
            select distinct diplomate_id, :reason, :at::timestamptz from cycle_revision
            order by diplomate_id
            on conflict do nothing
            """;

    private static final String ADD_OUTDATED =
            """
            insert into reassessment (diplomate_id, reason, requested_at)
            select s.diplomate_id, :reason, :at
            from unnest(:ruleSets::text[], :versions::int[]) as mine (rule_set, version)
            join status s on s.rule_set = mine.rule_set and s.rule_set_version < mine.version
            where not exists (select from reassessment r where r.diplomate_id = s.diplomate_id)
            order by s.diplomate_id
            on conflict do nothing
            """;

    /// Asks for the least that there is, which is one look at an index each: "is there one below"
    /// would be answered by reading everybody when nobody is.
    private static final String NOBODY_WAITS =
            """
            select not exists (select from reassessment)
               and coalesce((select min(due_again_on) from status) > :today, true)
               and not exists (
                   select from unnest(:ruleSets::text[], :versions::int[])
                       as mine (rule_set, version)
                   where mine.version > (
                       select min(s.rule_set_version) from status s
                       where s.rule_set = mine.rule_set))
            """;

    private static final String OF_EARLIER_DAYS =
            """
            select diplomate_id from status s where as_of < :today and rule_set_version > 0
              and not exists (select from reassessment r where r.diplomate_id = s.diplomate_id)
            order by as_of limit :limit
            """;

    /// The rows are found once, as a value, and then taken from where they lie. As a join they
    /// would be looked for and locked again for each row of the set when the planner takes the set
    /// for empty, which it mostly is.
    private static final String TAKE =
            """
            delete from reassessment where ctid = any(array(
                select ctid from reassessment
                where requested_at <= coalesce(:until::timestamptz, 'infinity')
                order by requested_at, diplomate_id limit :limit for update skip locked))
            returning diplomate_id
            """;

    private final BoardClock clock;

    Reassessments(BoardClock clock) {
        this.clock = clock;
    }

    /// Those without a status have nothing to be assessed and do not wait.
    public void add(Handle transaction, Collection<DiplomateId> diplomates, Reason reason) {
        transaction
                .createUpdate(ADD)
                .bind("ids", Diplomates.array(diplomates))
                .bind("reason", reason.name())
                .bind("at", utc(clock.now()))
                .execute();
    }

    /// Has the diplomates assessed again after this transaction, which brings something new about
    /// them; also those without a status, who may be given a cycle at this very moment.
    public void demand(Handle transaction, Collection<DiplomateId> diplomates) {
        transaction
                .createUpdate(DEMAND)
                .bind("ids", Diplomates.array(diplomates))
                .bind("reason", Reason.COMPLETION.name())
                .bind("at", utc(clock.now()))
                .execute();
    }

    /// Adds everybody who can be assessed.
    public void addAll(Handle transaction) {
        transaction
                .createUpdate(ADD_ALL)
                .bind("reason", Reason.REBUILD.name())
                .bind("at", utc(clock.now()))
                .execute();
    }

    /// Puts in those whose answer has changed with the calendar or with a rule set. One transaction
    /// does at a time: an insert that has waited for another's goes on with what it saw before, and
    /// would put in once more whoever was assessed meanwhile.
    void collect(Handle transaction, LocalDate today, Collection<RuleSet> current) {
        transaction.select("select pg_advisory_xact_lock(?)", COLLECTING).mapToMap().one();
        addDue(transaction, today);
        addOutdated(transaction, current);
    }

    /// Adds those whose answer changes with the calendar, today at the latest.
    private void addDue(Handle transaction, LocalDate today) {
        transaction
                .createUpdate(ADD_DUE)
                .bind("today", today)
                .bind("reason", Reason.DATE.name())
                .bind("at", utc(clock.now()))
                .execute();
    }

    /// Adds those who were assessed with an older version of a rule set. An instance that still has
    /// the older one leaves the newer alone, so that the two do not undo each other.
    private void addOutdated(Handle transaction, Collection<RuleSet> current) {
        bind(transaction.createUpdate(ADD_OUTDATED), current)
                .bind("reason", Reason.RULE_SET.name())
                .bind("at", utc(clock.now()))
                .execute();
    }

    /// Whether nobody is in the set and nobody belongs into it.
    boolean nobodyWaits(Handle handle, LocalDate today, Collection<RuleSet> current) {
        return bind(handle.createQuery(NOBODY_WAITS), current)
                .bind("today", today)
                .mapTo(Boolean.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<RuleSet> current) {
        return statement
                .bind("ruleSets", current.stream().map(r -> r.id().value()).toArray(String[]::new))
                .bind("versions", current.stream().mapToInt(RuleSet::version).toArray());
    }

    /// Takes some out, those who wait longest first; what another instance is working on is passed
    /// over.
    ///
    /// @param until only those who waited already then; null for all
    List<DiplomateId> take(Handle transaction, int limit, @Nullable Instant until) {
        return transaction
                .createQuery(TAKE)
                .bind("until", until == null ? null : utc(until))
                .bind("limit", limit)
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }

    /// Some whose answer was made before today; not those whose rules this version does not have.
    List<DiplomateId> ofEarlierDays(Handle handle, LocalDate today, int limit) {
        return handle.createQuery(OF_EARLIER_DAYS)
                .bind("today", today)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }

    /// Lets the one who waits longest wait behind all others.
    void putFirstLast(Handle transaction) {
        transaction.execute(
                """
                update reassessment set requested_at = ? where diplomate_id = (
                    select diplomate_id from reassessment
                    order by requested_at, diplomate_id limit 1 for update skip locked)
                """,
                utc(clock.now()));
    }

    /// How many wait.
    public long waiting(Handle handle) {
        return handle.createQuery("select count(*) from reassessment").mapTo(Long.class).one();
    }
}
