package cme.compliance.status;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.instant;
import static cme.compliance.diplomate.Rows.text;
import static cme.compliance.diplomate.Rows.utc;

import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSetId;
import cme.compliance.rules.Standing;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The stored answers, one a diplomate.
@Singleton
class Statuses {

    /// How a diplomate stood.
    record Before(long version, Standing standing, String digest) {}

    private static final String UNCHANGED = "{}";

    /// The version moves only when the answer changed; an answer that is the same is not sent
    /// again.
    private static final String SAVE =
            """
            insert into status as s (diplomate_id, version, as_of, known_at, rule_set,
                rule_set_version, pathway, standing, summary, next_deadline, next_change_on,
                due_again_on, body, digest)
            select diplomate_id, 1, as_of, known_at, rule_set, rule_set_version, pathway, standing,
                summary, next_deadline, next_change_on, due_again_on, body, digest
            from unnest(:ids::text[], :asOf::date[], :knownAt::timestamptz[], :ruleSets::text[],
                :versions::int[], :pathways::text[], :standings::text[], :summaries::text[],
                :deadlines::date[], :changes::date[], :dueAgain::date[], :bodies::json[],
                :digests::text[])
                as n (diplomate_id, as_of, known_at, rule_set, rule_set_version, pathway, standing,
                      summary, next_deadline, next_change_on, due_again_on, body, digest)
            on conflict (diplomate_id) do update set
                version = s.version + case when s.digest = excluded.digest then 0 else 1 end,
                as_of = excluded.as_of, known_at = excluded.known_at,
                rule_set = excluded.rule_set, rule_set_version = excluded.rule_set_version,
                pathway = excluded.pathway, standing = excluded.standing,
                summary = excluded.summary, next_deadline = excluded.next_deadline,
                next_change_on = excluded.next_change_on, due_again_on = excluded.due_again_on,
                body = case when s.digest = excluded.digest then s.body else excluded.body end,
                digest = excluded.digest
            """;

    private static final String FIND =
            """
            select as_of, known_at, rule_set, rule_set_version, body::text as body, digest,
                   exists (select from reassessment where diplomate_id = :id) as pending
            from status where diplomate_id = :id
            """;

    Optional<StoredStatus> find(Handle handle, DiplomateId diplomate) {
        return handle.createQuery(FIND)
                .bind("id", diplomate.value())
                .map(
                        (row, _) ->
                                new StoredStatus(
                                        date(row, "as_of"),
                                        instant(row, "known_at"),
                                        new RuleSetId(row.getString("rule_set")),
                                        row.getInt("rule_set_version"),
                                        new StatusDocument(
                                                row.getString("body"), row.getString("digest")),
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

    /// @param before how those who have a status stood
    void save(Handle transaction, List<AssessedStatus> assessed, Map<DiplomateId, Before> before) {
        transaction
                .createUpdate(SAVE)
                .bind("ids", texts(assessed, a -> a.status().diplomate()))
                .bind("asOf", texts(assessed, a -> a.status().asOf()))
                .bind("knownAt", texts(assessed, a -> utc(a.status().knownAt())))
                .bind("ruleSets", texts(assessed, a -> a.status().ruleSet()))
                .bind(
                        "versions",
                        assessed.stream().mapToInt(a -> a.status().ruleSetVersion()).toArray())
                .bind("pathways", texts(assessed, a -> a.status().pathway()))
                .bind("standings", texts(assessed, a -> a.status().standing()))
                .bind("summaries", texts(assessed, a -> a.status().summary()))
                .bind("deadlines", texts(assessed, a -> a.status().nextDeadline()))
                .bind("changes", texts(assessed, a -> a.status().nextChangeOn()))
                .bind("dueAgain", texts(assessed, AssessedStatus::dueAgainOn))
                .bind(
                        "bodies",
                        texts(assessed, a -> changedBody(a, before.get(a.status().diplomate()))))
                .bind("digests", texts(assessed, a -> a.document().digest()))
                .execute();
    }

    private static String changedBody(AssessedStatus assessed, @Nullable Before before) {
        var document = assessed.document();
        return before != null && before.digest().equals(document.digest())
                ? UNCHANGED
                : document.body();
    }

    /// Marks answers as made with rules that are none: they are made anew by whoever has the rules.
    void distrust(Handle transaction, Collection<DiplomateId> diplomates) {
        transaction.execute(
                "update status set rule_set_version = 0 where diplomate_id = any(?)",
                (Object) Diplomates.array(diplomates));
    }

    private static String[] texts(
            List<AssessedStatus> assessed, Function<AssessedStatus, @Nullable Object> value) {
        return assessed.stream().map(a -> text(value.apply(a))).toArray(String[]::new);
    }
}
