package cme.compliance.reassessment;

import static cme.compliance.diplomate.Rows.utc;

import cme.chassis.database.Columns;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSetDocument;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The diplomates who wait to be assessed again.
@Singleton
public class Reassessments {

    /// The reason why a diplomate waits.
    public enum Reason {
        COMPLETION,
        MERGE,
        ACTIVITY,
        RULE_SET,
        DATE,
        REBUILD
    }

    /// The key of the advisory lock: a number that no other lock of this service has.
    private static final long COLLECTING = 0x434d455f534554L;

    private static final String ADD =
            """
            insert into reassessment (diplomate_id, reason, requested_at)
            select id, :reason, :at from unnest(:ids::text[]) as id
            where exists (select from status where diplomate_id = id)
            order by id
            on conflict do nothing
            """;

    /// The update locks a row that is in the set already, so that no other transaction takes it out
    /// before this one is over and assesses the diplomate without the new facts. Rows are locked in
    /// the order of the id, so that two transactions never wait for each other.
    private static final String DEMAND =
            """
            insert into reassessment as r (diplomate_id, reason, requested_at)
            select distinct id, :reason, :at::timestamptz from unnest(:ids::text[]) as id
            order by id
            on conflict (diplomate_id) do update set reason = r.reason where false
            """;

    /// Diplomates who are being assessed at this moment are passed over: until that is committed
    /// their rows are still in the set and their answers still the old ones. An insert would wait
    /// for the commit and have them assessed once more for nothing.
    private static final String ADD_DUE =
            """
            insert into reassessment (diplomate_id, reason, requested_at)
            select s.diplomate_id, :reason, :at from status s
            where s.due_again_on <= :latest
              and s.due_again_on <= (:todays::date[])[array_position(:ruleSets::text[], s.rule_set)]
              and not exists (select from reassessment r where r.diplomate_id = s.diplomate_id)
            order by s.diplomate_id
            on conflict do nothing
            """;

    /// A diplomate with a cycle can be assessed, whether that ever happened or not.
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

    /// Each minimum is one look at an index. The question "is there one below" would read every row
    /// when there is none. Days differ by the zones of rule sets: those who are due where it is
    /// latest are looked at one by one.
    private static final String NOBODY_WAITS =
            """
            select not exists (select from reassessment)
               and (coalesce((select min(due_again_on) from status) > :latest, true)
                   or not exists (
                       select from status s where s.due_again_on <= :latest
                         and s.due_again_on
                             <= (:todays::date[])[array_position(:ruleSets::text[], s.rule_set)]))
               and not exists (
                   select from unnest(:ruleSets::text[], :versions::int[])
                       as mine (rule_set, version)
                   where mine.version > (
                       select min(s.rule_set_version) from status s
                       where s.rule_set = mine.rule_set))
            """;

    private static final String OF_EARLIER_DAYS =
            """
            select diplomate_id from status s where as_of < :latest and rule_set_version > 0
              and as_of < (:todays::date[])[array_position(:ruleSets::text[], rule_set)]
              and not exists (select from reassessment r where r.diplomate_id = s.diplomate_id)
            order by as_of limit :limit
            """;

    /// The rows are found once, as an array, and then deleted by their place. A join would search
    /// and lock them again for each row of the set whenever the planner assumes that the set is
    /// empty, which it mostly is.
    private static final String TAKE =
            """
            delete from reassessment where ctid = any(array(
                select ctid from reassessment
                where requested_at <= coalesce(:until::timestamptz, 'infinity')
                order by requested_at, diplomate_id limit :limit for update skip locked))
            returning diplomate_id
            """;

    private final Jdbi jdbi;
    private final BoardClock clock;
    private final List<RuleSet> ruleSets;

    Reassessments(Jdbi jdbi, BoardClock clock, RuleSets ruleSets) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.ruleSets = ruleSets.all().stream().map(RuleSetDocument::rules).toList();
    }

    /// Adds diplomates. Those without a status have no answer that could be outdated and are passed
    /// over.
    public void add(Handle transaction, Collection<DiplomateId> diplomates, Reason reason) {
        update(transaction, ADD, reason).bind("ids", Diplomates.array(diplomates)).execute();
    }

    /// Has the diplomates assessed again after this transaction, which brings new facts about them;
    /// also those without a status, who may be given a cycle at this very moment.
    public void demand(Handle transaction, Collection<DiplomateId> diplomates, Reason reason) {
        update(transaction, DEMAND, reason).bind("ids", Diplomates.array(diplomates)).execute();
    }

    /// Adds everybody who can be assessed.
    public void addAll(Handle transaction) {
        update(transaction, ADD_ALL, Reason.REBUILD).execute();
    }

    /// Adds the diplomates whose answer has changed with the calendar or with a rule set. It is
    /// called twice a second, so it does not read everybody when there is nobody to find.
    ///
    /// @return false when nobody waits
    boolean collect() {
        if (nobodyWaits()) {
            return false;
        }
        jdbi.useTransaction(this::collect);
        return true;
    }

    /// The same within a transaction. One transaction collects at a time: an insert that has waited
    /// for another one continues with the state it saw before, and would add once more those who
    /// were assessed meanwhile.
    ///
    /// An instance that still has an older version of a rule set leaves answers of the newer one
    /// alone, so that two instances do not undo each other's work.
    void collect(Handle transaction) {
        transaction.select("select pg_advisory_xact_lock(?)", COLLECTING).mapToMap().one();
        withDays(update(transaction, ADD_DUE, Reason.DATE)).execute();
        withVersions(update(transaction, ADD_OUTDATED, Reason.RULE_SET)).execute();
    }

    /// Whether nobody is in the set and nobody has to be added.
    boolean nobodyWaits() {
        return jdbi.withHandle(
                handle ->
                        withDays(withVersions(handle.createQuery(NOBODY_WAITS)))
                                .mapTo(Boolean.class)
                                .one());
    }

    private Update update(Handle transaction, String sql, Reason reason) {
        return transaction
                .createUpdate(sql)
                .bind("reason", reason.name())
                .bind("at", utc(clock.now()));
    }

    /// The day that it is by each rule set, and the latest of these days.
    private <S extends SqlStatement<S>> S withDays(S statement) {
        Instant now = clock.now();
        LocalDate latest =
                ruleSets.stream()
                        .map(rules -> rules.dayAt(now))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        return statement
                .bind("ruleSets", Columns.of(ruleSets, RuleSet::id))
                .bind("todays", Columns.of(ruleSets, rules -> rules.dayAt(now)))
                .bind("latest", latest);
    }

    private <S extends SqlStatement<S>> S withVersions(S statement) {
        return statement
                .bind("ruleSets", Columns.of(ruleSets, RuleSet::id))
                .bind("versions", Columns.of(ruleSets, RuleSet::version));
    }

    /// Takes some out, longest waiting first; rows that another instance works on are passed over.
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

    /// Some whose answer was made before today by their rule set, unless this version does not have
    /// it.
    List<DiplomateId> ofEarlierDays(Handle handle, int limit) {
        return withDays(handle.createQuery(OF_EARLIER_DAYS))
                .bind("limit", limit)
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }

    /// Moves the one who waits longest behind all others.
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
    long waiting() {
        return jdbi.withHandle(this::waiting);
    }

    long waiting(Handle handle) {
        return handle.createQuery("select count(*) from reassessment").mapTo(Long.class).one();
    }
}
