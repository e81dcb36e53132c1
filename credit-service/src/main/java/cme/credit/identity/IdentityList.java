package cme.credit.identity;

import cme.chassis.http.PageRequest;
import cme.chassis.secret.KeyRing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lists diplomates, and the revisions of each from the event log.
@Singleton
final class IdentityList {
    private static final String FIND =
            """
            select diplomate_id, npi, given_name, family_name, birth_month_day, merged_into, insistence, revision,
                updated_at, erased_at
            from identity
            where diplomate_id > :after and (cast(:words as text) is null or %s)
                and (cardinality(cast(:ids as text[])) = 0 or diplomate_id = any(:ids))
            order by diplomate_id limit :limit
            """
                    .formatted(IdentityWords.MATCH);

    private static final String REVISIONS =
            """
            select payload, recorded_by from event_log
            where key = :diplomate and type = :type and (payload ->> 'revision')::int > :after
            order by (payload ->> 'revision')::int limit :limit
            """;

    private final Jdbi jdbi;
    private final PersonKeys keys;

    IdentityList(Jdbi jdbi, PersonKeys keys) {
        this.jdbi = jdbi;
        this.keys = keys;
    }

    /// A page of the diplomates in the order of their numbers.
    ///
    /// @param text the beginning of a number, an NPI or a family name; null for everybody
    /// @param ids the only ones; everybody when empty
    List<IdentityView> find(@Nullable String text, List<String> ids, PageRequest page) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(FIND)
                                .bind("after", page.after() == null ? "" : page.after().part(0))
                                .bind(
                                        "words",
                                        text == null ? null : IdentityWords.beginningLike(text))
                                .bind("ids", ids.toArray(String[]::new))
                                .bind("limit", page.rowsToFetch())
                                .map((row, _) -> identity(row))
                                .list());
    }

    /// A page of the revisions of a diplomate, from the first to the current one; empty when there
    /// is no such diplomate.
    List<IdentityRevisionView> revisions(String diplomateId, int after, PageRequest page) {
        return jdbi.withHandle(
                handle -> {
                    Map<String, KeyRing> known = keys.byId(handle, List.of(diplomateId));
                    return handle.createQuery(REVISIONS)
                            .bind("diplomate", diplomateId)
                            .bind("type", IdentityChanges.EVENT)
                            .bind("after", after)
                            .bind("limit", page.rowsToFetch())
                            .map((row, _) -> revision(row, known))
                            .list();
                });
    }

    static IdentityRevisionView revision(ResultSet row, Map<String, KeyRing> keys)
            throws SQLException {
        return new IdentityRevisionView(
                SealedRevision.of(row.getString("payload")).open(keys),
                row.getString("recorded_by"));
    }

    static IdentityView identity(ResultSet row) throws SQLException {
        OffsetDateTime erasedAt = row.getObject("erased_at", OffsetDateTime.class);
        return new IdentityView(
                row.getString("diplomate_id"),
                row.getString("npi"),
                row.getString("given_name"),
                erasedAt == null ? row.getString("family_name") : null,
                row.getString("birth_month_day"),
                row.getString("merged_into"),
                row.getString("insistence"),
                row.getInt("revision"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                erasedAt == null ? null : erasedAt.toInstant());
    }
}
