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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The stored answers, one a diplomate.
@Singleton
public class Statuses {

    /// How a diplomate stood.
    record Before(long version, Standing standing, String digest) {}

    private static final String SAVE =
            """
            insert into status as s (diplomate_id, version, as_of, known_at, rule_set,
                rule_set_version, pathway, standing, summary, next_deadline, next_change_on,
                due_again_on, body, digest)
            select diplomate_id, 1, as_of::date, known_at::timestamptz, rule_set, rule_set_version,
                pathway, standing, summary, next_deadline::date, next_change_on::date,
                due_again_on::date, body, digest
            from unnest(:ids::text[], :asOf::text[], :knownAt::text[], :ruleSets::text[],
                :versions::int[], :pathways::text[], :standings::text[], :summaries::text[],
                :deadlines::text[], :changes::text[], :dueAgain::text[], :bodies::text[],
                :digests::text[])
                as n (diplomate_id, as_of, known_at, rule_set, rule_set_version, pathway, standing,
                      summary, next_deadline, next_change_on, due_again_on, body, digest)
            on conflict (diplomate_id) do update set
                version = s.version + 1,
                as_of = excluded.as_of, known_at = excluded.known_at,
                rule_set = excluded.rule_set, rule_set_version = excluded.rule_set_version,
                pathway = excluded.pathway, standing = excluded.standing,
                summary = excluded.summary, next_deadline = excluded.next_deadline,
                next_change_on = excluded.next_change_on, due_again_on = excluded.due_again_on,
                body = excluded.body, digest = excluded.digest
            """;

    /// What was known when matters only where it lies ahead of the clock.
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
                   or s.due_again_on is distinct from n.due_again_on or n.known_at > :now)
            """;

    private static final String FIND =
            """
            select as_of, known_at, rule_set, rule_set_version, body, digest,
                   exists (select from reassessment where diplomate_id = :id) as pending
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
                                        row.getBoolean("pending")))
                .findOne();
    }

    /// How the diplomates stood; who has no status yet is missing.
    Map<DiplomateId, Before> before(Handle handle, Collection<DiplomateId> diplomates) {
        return handle.createQuery(
                        """
                        select diplomate_id, version, standing, digest from status
                        where diplomate_id = any(:ids)
                        """)
                .bind("ids", Diplomates.array(diplomates))
                .reduceRows(
                        new java.util.HashMap<>(),
                        (found, row) -> {
                            found.put(
                                    new DiplomateId(row.getColumn("diplomate_id", String.class)),
                                    new Before(
                                            row.getColumn("version", Long.class),
                                            Standing.valueOf(
                                                    row.getColumn("standing", String.class)),
                                            row.getColumn("digest", String.class)));
                            return found;
                        });
    }

    /// Keeps answers that are new or other than before.
    void save(Handle transaction, List<AssessedStatus> changed) {
        bind(transaction.createUpdate(SAVE), changed)
                .bind("ruleSets", texts(changed, a -> a.status().ruleSet()))
                .bind("pathways", texts(changed, a -> a.status().pathway()))
                .bind("standings", texts(changed, a -> a.status().standing()))
                .bind("summaries", texts(changed, a -> a.status().summary()))
                .bind("deadlines", texts(changed, a -> a.status().nextDeadline()))
                .bind("changes", texts(changed, a -> a.status().nextChangeOn()))
                .bind("bodies", texts(changed, a -> a.document().text()))
                .bind("digests", texts(changed, a -> a.document().digest()))
                .execute();
    }

    /// Notes that answers are still what they were: neither written nor sent again.
    void confirm(Handle transaction, List<AssessedStatus> same, Instant now) {
        if (!same.isEmpty()) {
            bind(transaction.createUpdate(CONFIRM), same).bind("now", utc(now)).execute();
        }
    }

    private static Update bind(Update update, List<AssessedStatus> assessed) {
        return update.bind("ids", texts(assessed, a -> a.status().diplomate()))
                .bind("asOf", texts(assessed, a -> a.status().asOf()))
                .bind("knownAt", texts(assessed, a -> utc(a.status().knownAt())))
                .bind(
                        "versions",
                        assessed.stream().mapToInt(a -> a.status().ruleSetVersion()).toArray())
                .bind("dueAgain", texts(assessed, AssessedStatus::dueAgainOn));
    }

    /// Marks answers as made with rules that are none: they are made anew by whoever has the rules.
    void distrust(Handle transaction, Collection<DiplomateId> diplomates) {
        transaction.execute(
                "update status set rule_set_version = 0 where diplomate_id = any(?)",
                (Object) Diplomates.array(diplomates));
    }

    private static String[] texts(
            List<AssessedStatus> assessed, Function<AssessedStatus, @Nullable Object> value) {
        return Columns.of(assessed, value);
    }
}
