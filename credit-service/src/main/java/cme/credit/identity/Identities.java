package cme.credit.identity;

import cme.credit.sql.Columns;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The diplomates that this service knows.
@Singleton
public final class Identities {
    /// Everyone who has one of the `:ids` or `:npis`, for [#candidate] to read.
    public static final String CANDIDATES =
            """
            select diplomate_id, npi, name_keys, birth_month_day from identity where diplomate_id = any(:ids)
            union all
            select diplomate_id, npi, name_keys, birth_month_day from identity
            where npi = any(:npis)
            """;

    private static final String PUT =
            """
            insert into identity (diplomate_id, npi, given_name, family_name, birth_month_day, name_keys, revision,
                updated_at, updated_by)
            select n.id, n.npi, n.given_name, n.family_name, n.day, string_to_array(n.keys, ' '), n.revision, n.at, n.by
            from unnest(
                :ids::text[], :npis::text[], :givenNames::text[], :familyNames::text[], :days::text[], :keys::text[],
                :revisions::int[], :times::timestamptz[], :by::text[])
                as n (id, npi, given_name, family_name, day, keys, revision, at, by)
            on conflict (diplomate_id) do update set
                npi = excluded.npi, given_name = excluded.given_name, family_name = excluded.family_name,
                birth_month_day = excluded.birth_month_day, name_keys = excluded.name_keys,
                revision = excluded.revision, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """;

    /// Everyone who has one of the numbers; who has two of them comes twice.
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
                .bind("revisions", Columns.of(rows, Identity::revision))
                .bind("times", Columns.of(rows, Identity::updatedAt))
                .bind("by", Columns.of(rows, Identity::updatedBy))
                .execute();
    }

    /// The row at which the answer to [#CANDIDATES] stands.
    public static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString("diplomate_id"),
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
                row.getInt("revision"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("updated_by"));
    }

    private static @Nullable BirthMonthDay day(@Nullable String text) {
        return text == null ? null : BirthMonthDay.parse(text).orElseThrow();
    }
}
