package cme.compliance.assessment;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.instant;
import static cme.compliance.diplomate.Rows.utc;

import cme.chassis.database.Columns;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The stored answers, one a diplomate.
@Singleton
public class Statuses {

    /// What is known of earlier answers.
    ///
    /// @param version of the last one; 0 when there was none
    /// @param standing null when none is stored now
    /// @param digest null when none is stored now
    /// @param knownAt null when none is stored now
    /// @param cycleStartYear of the cycle that it is about; null when none is stored now, and of
    ///   answers that an earlier version of the service stored
    record Before(
            long version,
            @Nullable Standing standing,
            @Nullable String digest,
            @Nullable Instant knownAt,
            @Nullable Integer cycleStartYear) {}

    private static final String SAVE =
            """
            insert into status as s (diplomate_id, version, as_of, known_at, rule_set,
                rule_set_version, pathway, standing, summary, next_deadline, next_change_on,
                due_again_on, body, digest, cycle_start_year)
            select diplomate_id, version::bigint, as_of::date, known_at::timestamptz, rule_set,
                rule_set_version::int,
                pathway, standing, summary, next_deadline::date, next_change_on::date,
                due_again_on::date, body, digest, cycle_start_year::int
            from unnest(:ids::text[], :asOf::text[], :knownAt::text[], :ruleSets::text[],
                :versions::text[], :pathways::text[], :standings::text[], :summaries::text[],
                :deadlines::text[], :changes::text[], :dueAgain::text[], :bodies::text[],
                :digests::text[], :statusVersions::text[], :cycles::text[])
                as n (diplomate_id, as_of, known_at, rule_set, rule_set_version, pathway, standing,
                      summary, next_deadline, next_change_on, due_again_on, body, digest, version,
                      cycle_start_year)
            on conflict (diplomate_id) do update set
                version = excluded.version,
                as_of = excluded.as_of, known_at = excluded.known_at,
                rule_set = excluded.rule_set, rule_set_version = excluded.rule_set_version,
                pathway = excluded.pathway, standing = excluded.standing,
                summary = excluded.summary, next_deadline = excluded.next_deadline,
                next_change_on = excluded.next_change_on, due_again_on = excluded.due_again_on,
                body = excluded.body, digest = excluded.digest,
                cycle_start_year = excluded.cycle_start_year
            """;

    private static final String CONFIRM =
            """
            update status s set
                as_of = n.as_of, known_at = n.known_at, rule_set_version = n.rule_set_version,
                due_again_on = n.due_again_on
            from unnest(:ids::text[], :asOf::date[], :knownAt::timestamptz[], :versions::int[],
                :dueAgain::date[])
                as n (diplomate_id, as_of, known_at, rule_set_version, due_again_on)
            where s.diplomate_id = n.diplomate_id
              and (s.as_of <> n.as_of or s.rule_set_version <> n.rule_set_version
                   or s.due_again_on is distinct from n.due_again_on
                   or s.known_at <> n.known_at)
            """;

    private static final String REMOVE =
            """
            with gone as (
                delete from status where diplomate_id = any(:ids) returning diplomate_id, version),
            unlisted as (delete from finding where diplomate_id = any(:ids)),
            removal as (
                insert into status_removal
                select gone.diplomate_id, max(e.seq), :at
                from gone join event_log e on e.key = gone.diplomate_id
                where e.type = 'cme.compliance.readiness.changed'
                group by 1
                on conflict do nothing)
            update diplomate d set status_version = gone.version
            from gone where d.diplomate_id = gone.diplomate_id
            """;

    private static final String FIND =
            """
            select as_of, known_at, rule_set, rule_set_version, body, digest,
                   exists (select from reassessment where diplomate_id = :id) as pending,
                   coalesce(
                       known_at <= (select answered_until from diplomate where diplomate_id = :id),
                       false) as named
            from status where diplomate_id = :id
            """;

    public Optional<StoredStatus> find(Handle handle, DiplomateId diplomate) {
        return handle.createQuery(FIND)
                .bind("id", diplomate.value())
                .map(
                        (row, _) ->
                                new StoredStatus(
                                        date(row, "as_of"),
                                        instant(row, "known_at"),
                                        new RuleSet.Id(row.getString("rule_set")),
                                        row.getInt("rule_set_version"),
                                        new StatusDocument(
                                                row.getBytes("body"), row.getString("digest")),
                                        row.getBoolean("pending"),
                                        row.getBoolean("named")))
                .findOne();
    }

    /// The answers stored before. Every diplomate who is locked is in it.
    Map<DiplomateId, Before> before(Handle handle, Collection<DiplomateId> diplomates) {
        return handle.createQuery(
                        """
                        select d.diplomate_id, coalesce(s.version, d.status_version, 0) as version,
                               s.standing, s.digest, s.known_at, s.cycle_start_year
                        from diplomate d left join status s using (diplomate_id)
                        where d.diplomate_id = any(:ids)
                        """)
                .bind("ids", Diplomates.array(diplomates))
                .reduceRows(
                        new HashMap<>(),
                        (found, row) -> {
                            found.put(
                                    new DiplomateId(row.getColumn("diplomate_id", String.class)),
                                    new Before(
                                            row.getColumn("version", Long.class),
                                            standing(row.getColumn("standing", String.class)),
                                            row.getColumn("digest", String.class),
                                            row.getColumn("known_at", Instant.class),
                                            row.getColumn("cycle_start_year", Integer.class)));
                            return found;
                        });
    }

    private static @Nullable Standing standing(@Nullable String name) {
        return name == null ? null : Standing.valueOf(name);
    }

    /// Removes the answers of diplomates who have none now. The next one continues their versions.
    void remove(Handle transaction, Collection<DiplomateId> diplomates, Instant at) {
        transaction
                .createUpdate(REMOVE)
                .bind("ids", Diplomates.array(diplomates))
                .bind("at", utc(at))
                .execute();
    }

    /// Stores answers that are new or differ from those before.
    void save(Handle transaction, List<AssessedStatus> changed, Map<DiplomateId, Before> before) {
        bind(transaction.createUpdate(SAVE), changed)
                .bind("ruleSets", Columns.of(changed, a -> a.status().ruleSet()))
                .bind("pathways", Columns.of(changed, a -> a.status().pathway()))
                .bind("standings", Columns.of(changed, a -> a.status().standing()))
                .bind("summaries", Columns.of(changed, a -> a.status().summary()))
                .bind("deadlines", Columns.of(changed, a -> a.status().nextDeadline()))
                .bind("changes", Columns.of(changed, a -> a.status().nextChangeOn()))
                .bind("bodies", Columns.of(changed, a -> a.document().text()))
                .bind("cycles", Columns.of(changed, a -> a.status().cycle().startYear()))
                .bind("digests", Columns.of(changed, a -> a.document().digest()))
                .bind(
                        "statusVersions",
                        Columns.of(changed, a -> before.get(a.status().diplomate()).version() + 1))
                .execute();
    }

    /// Notes that answers are unchanged: they are neither written nor sent again.
    void confirm(Handle transaction, List<AssessedStatus> same) {
        if (!same.isEmpty()) {
            bind(transaction.createUpdate(CONFIRM), same).execute();
        }
    }

    private static Update bind(Update update, List<AssessedStatus> assessed) {
        return update.bind("ids", Columns.of(assessed, a -> a.status().diplomate()))
                .bind("asOf", Columns.of(assessed, a -> a.status().asOf()))
                .bind("knownAt", Columns.of(assessed, a -> utc(a.status().knownAt())))
                .bind("versions", Columns.of(assessed, a -> a.status().ruleSetVersion()))
                .bind("dueAgain", Columns.of(assessed, AssessedStatus::dueAgainOn));
    }

    /// Marks answers as outdated: an instance that has their rules makes them again.
    void distrust(Handle transaction, Collection<DiplomateId> diplomates) {
        transaction.execute(
                "update status set rule_set_version = 0 where diplomate_id = any(?)",
                (Object) Diplomates.array(diplomates));
    }
}
