package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.credit.identity.IdentityImport.Row;
import cme.credit.matching.NameFolding;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Adds and changes many identities in a fixed number of statements.
@Singleton
final class IdentityImportWriter {
    /// Keys hold no blanks, so that a list of them travels as one text. A row that says nothing new
    /// changes nothing and is not returned.
    private static final String PUT =
            """
            insert into identity as known (diplomate_id, npi, given_name, family_name, birth_month_day, name_keys,
                revision, updated_at, updated_by)
            select n.id, n.npi, n.given_name, n.family_name, n.day, string_to_array(n.keys, ' '), 1, :at, :by
            from unnest(
                :ids::text[], :npis::text[], :givenNames::text[], :familyNames::text[], :days::text[], :keys::text[])
                as n (id, npi, given_name, family_name, day, keys)
            on conflict (diplomate_id) do update set
                npi = excluded.npi, given_name = excluded.given_name, family_name = excluded.family_name,
                birth_month_day = excluded.birth_month_day, name_keys = excluded.name_keys,
                revision = known.revision + 1, updated_by = excluded.updated_by,
                updated_at = greatest(excluded.updated_at, known.updated_at + interval '1 microsecond')
            where (known.npi, known.given_name, known.family_name, known.birth_month_day) is distinct from
                (excluded.npi, excluded.given_name, excluded.family_name, excluded.birth_month_day)
            returning new.diplomate_id, old.npi as former_npi, new.merged_into, new.revision, new.updated_at
            """;

    private final Jdbi jdbi;
    private final IdentityChanges changes;
    private final Clock clock;

    IdentityImportWriter(Jdbi jdbi, IdentityChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    private record Written(@Nullable String formerNpi, IdentityView identity) {}

    /// Writes rows of different diplomates in one transaction.
    ///
    /// @return the revisions that it made, by diplomate; a row without one says nothing new
    Map<String, Integer> put(Map<String, Row> rows, String by) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forChanging(transaction);
                    Instant at = clock.instant();
                    List<Written> written = write(transaction, rows, at, by);
                    List<IdentityView> changed = written.stream().map(Written::identity).toList();
                    Map<String, Integer> revisions = new HashMap<>();
                    changed.forEach(view -> revisions.put(view.diplomateId(), view.revision()));
                    if (!changed.isEmpty()) {
                        changes.log(transaction, changed, by);
                        changes.tell(transaction, revisions.keySet(), npis(written), at, by);
                    }
                    return revisions;
                });
    }

    private static Stream<@Nullable String> npis(List<Written> written) {
        return written.stream().flatMap(row -> Stream.of(row.formerNpi(), row.identity().npi()));
    }

    private static List<Written> write(
            Handle transaction, Map<String, Row> byDiplomate, Instant at, String by) {
        List<Row> rows = List.copyOf(byDiplomate.values());
        List<IdentityRequest> requests = rows.stream().map(Row::request).toList();
        return transaction
                .createQuery(PUT)
                .bind("ids", Columns.of(rows, Row::diplomateId))
                .bind("npis", Columns.of(requests, IdentityRequest::npi))
                .bind("givenNames", Columns.of(requests, IdentityRequest::givenName))
                .bind("familyNames", Columns.of(requests, IdentityRequest::familyName))
                .bind("days", Columns.of(requests, IdentityRequest::birthMonthDay))
                .bind("keys", Columns.of(requests, IdentityImportWriter::keys))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .map((result, _) -> written(result, byDiplomate))
                .list();
    }

    private static String keys(IdentityRequest request) {
        return String.join(" ", NameFolding.keys(request.familyName()));
    }

    private static Written written(ResultSet result, Map<String, Row> rows) throws SQLException {
        Row row = rows.get(result.getString("diplomate_id"));
        return new Written(
                result.getString("former_npi"),
                row.request()
                        .view(
                                row.diplomateId(),
                                result.getString("merged_into"),
                                result.getInt("revision"),
                                result.getObject("updated_at", OffsetDateTime.class).toInstant()));
    }
}
