package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.Candidate;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The diplomates that this service knows.
@Singleton
public final class Identities {
    /// Everyone who has one of the `:ids` or `:npis`, with everything else that is known of those
    /// who were merged with one another.
    private static final String CANDIDATES =
            """
            with numbered as materialized (
                select *, coalesce(merged_into, diplomate_id) as person from identity where diplomate_id = any(:ids)
                union all
                select *, coalesce(merged_into, diplomate_id) from identity where npi = any(:npis))
            select person, diplomate_id, npi, name_keys, birth_month_day from numbered
            union all
            select diplomate_id, diplomate_id, npi, name_keys, birth_month_day from identity
            where diplomate_id in (select merged_into from numbered)
            union all
            select merged_into, diplomate_id, npi, name_keys, birth_month_day from identity
            where merged_into is not null and merged_into in (select person from numbered)
            """;

    private static final String NUMBERS =
            """
            with person as (
                select coalesce((select merged_into from identity where diplomate_id = :id), :id) as number)
            select number from person
            union
            select diplomate_id from identity where merged_into = (select number from person)
            """;

    private static final String PUT =
            """
            insert into identity (diplomate_id, npi, given_name, family_name, birth_month_day, name_keys, merged_into,
                revision, updated_at, updated_by)
            select n.id, n.npi, n.given_name, n.family_name, n.day, string_to_array(n.keys, ' '),
                n.merged_into, n.revision, n.at, n.by
            from unnest(
                :ids::text[], :npis::text[], :givenNames::text[], :familyNames::text[], :days::text[], :keys::text[],
                :mergedInto::text[], :revisions::int[], :times::timestamptz[], :by::text[])
                as n (id, npi, given_name, family_name, day, keys, merged_into, revision, at, by)
            on conflict (diplomate_id) do update set
                npi = excluded.npi, given_name = excluded.given_name, family_name = excluded.family_name,
                birth_month_day = excluded.birth_month_day, name_keys = excluded.name_keys,
                merged_into = excluded.merged_into, revision = excluded.revision, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """;

    /// Everyone who has one of the numbers, perhaps more than once.
    public List<Candidate> candidates(
            Handle handle, Collection<String> diplomateIds, Collection<String> npis) {
        if (diplomateIds.isEmpty() && npis.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(CANDIDATES)
                .bind("ids", diplomateIds.toArray(String[]::new))
                .bind("npis", npis.toArray(String[]::new))
                .map((row, _) -> candidate(row))
                .list();
    }

    public Optional<Identity> find(Handle handle, String diplomateId) {
        return handle.createQuery("select * from identity where diplomate_id = :id")
                .bind("id", diplomateId)
                .map((row, _) -> identity(row))
                .findOne();
    }

    /// Under which number everything is that is posted for this one: its own, unless the diplomate
    /// was merged with another.
    public String remaining(Handle handle, String diplomateId) {
        return find(handle, diplomateId).map(Identity::remaining).orElse(diplomateId);
    }

    /// Every number of the same person: the one that remains and those that were merged into it.
    public Set<String> numbers(Handle handle, String diplomateId) {
        return handle.createQuery(NUMBERS)
                .bind("id", diplomateId)
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    /// Those of the ids that are known, by id.
    Map<String, Identity> findAll(Handle handle, Collection<String> diplomateIds) {
        Map<String, Identity> found = new HashMap<>();
        handle.createQuery("select * from identity where diplomate_id = any(:ids)")
                .bind("ids", diplomateIds.toArray(String[]::new))
                .map((row, _) -> identity(row))
                .forEach(identity -> found.put(identity.diplomateId(), identity));
        return found;
    }

    /// Keys hold no blanks, so that a list of them travels as one text.
    void put(Handle transaction, List<Identity> rows) {
        transaction
                .createUpdate(PUT)
                .bind("ids", Columns.of(rows, Identity::diplomateId))
                .bind("npis", Columns.of(rows, Identity::npi))
                .bind("givenNames", Columns.of(rows, Identity::givenName))
                .bind("familyNames", Columns.of(rows, Identity::familyName))
                .bind("days", Columns.of(rows, Identity::birthMonthDay))
                .bind("keys", Columns.of(rows, row -> String.join(" ", row.nameKeys())))
                .bind("mergedInto", Columns.of(rows, Identity::mergedInto))
                .bind("revisions", Columns.of(rows, Identity::revision))
                .bind("times", Columns.of(rows, Identity::updatedAt))
                .bind("by", Columns.of(rows, Identity::updatedBy))
                .execute();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString("diplomate_id"),
                row.getString("person"),
                row.getString("npi"),
                Set.of((String[]) row.getArray("name_keys").getArray()),
                day(row.getString("birth_month_day")));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("diplomate_id"),
                row.getString("npi"),
                row.getString("given_name"),
                row.getString("family_name"),
                day(row.getString("birth_month_day")),
                row.getString("merged_into"),
                row.getInt("revision"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("updated_by"));
    }

    private static @Nullable BirthMonthDay day(@Nullable String text) {
        return text == null ? null : BirthMonthDay.parse(text).orElseThrow();
    }
}
