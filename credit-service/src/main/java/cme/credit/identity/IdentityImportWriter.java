package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.credit.identity.IdentityImport.Row;
import cme.credit.matching.NameFolding;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Adds and changes many identities in a fixed number of statements.
@Singleton
final class IdentityImportWriter {
    private static final String KNOWN =
            """
            select diplomate_id, npi, given_name, family_name, birth_month_day, merged_into, revision, updated_at
            from identity where diplomate_id = any(:ids)
            """;

    /// Keys hold no blanks, so that a list of them travels as one text.
    private static final String PUT =
            """
            insert into identity (diplomate_id, npi, given_name, family_name, birth_month_day, name_keys, revision,
                updated_at, updated_by)
            select n.id, n.npi, n.given_name, n.family_name, n.day, string_to_array(n.keys, ' '), n.revision, n.at, :by
            from unnest(
                :ids::text[], :npis::text[], :givenNames::text[], :familyNames::text[], :days::text[], :keys::text[],
                :revisions::int[], :times::timestamptz[])
                as n (id, npi, given_name, family_name, day, keys, revision, at)
            on conflict (diplomate_id) do update set
                npi = excluded.npi, given_name = excluded.given_name, family_name = excluded.family_name,
                birth_month_day = excluded.birth_month_day, name_keys = excluded.name_keys,
                revision = excluded.revision, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """;

    private final Jdbi jdbi;
    private final IdentityChanges changes;
    private final Clock clock;

    IdentityImportWriter(Jdbi jdbi, IdentityChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    /// Writes rows of different diplomates in one transaction; a row that says nothing new is left
    /// out.
    ///
    /// @return the revisions that it made, by diplomate
    Map<String, Integer> put(Map<String, Row> rows, String by) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forChanging(transaction);
                    Instant now = clock.instant();
                    Map<String, IdentityView> known = known(transaction, rows.keySet());
                    List<IdentityView> changed = changed(rows, known, now);
                    Map<String, Integer> revisions = revisions(changed);
                    if (!changed.isEmpty()) {
                        write(transaction, changed, by);
                        changes.log(transaction, changed, by);
                        Stream<@Nullable String> npis =
                                Stream.concat(changed.stream(), known.values().stream())
                                        .map(IdentityView::npi);
                        changes.tell(transaction, revisions.keySet(), npis, now, by);
                    }
                    return revisions;
                });
    }

    /// Answers what writing the rows would, and writes nothing.
    ///
    /// @param earlier the diplomates as earlier rows of the same import would have left them; gets
    ///   those of these rows
    Map<String, Integer> rehearse(Map<String, Row> rows, Map<String, IdentityView> earlier) {
        Map<String, IdentityView> known = jdbi.withHandle(handle -> known(handle, rows.keySet()));
        known.putAll(earlier);
        List<IdentityView> changed = changed(rows, known, clock.instant());
        changed.forEach(view -> earlier.put(view.diplomateId(), view));
        return revisions(changed);
    }

    private static List<IdentityView> changed(
            Map<String, Row> rows, Map<String, IdentityView> known, Instant now) {
        List<IdentityView> changed = new ArrayList<>();
        for (Row row : rows.values()) {
            next(row, known.get(row.diplomateId()), now).ifPresent(changed::add);
        }
        return changed;
    }

    private static Map<String, Integer> revisions(List<IdentityView> changed) {
        Map<String, Integer> revisions = new HashMap<>();
        changed.forEach(view -> revisions.put(view.diplomateId(), view.revision()));
        return revisions;
    }

    private static Map<String, IdentityView> known(Handle transaction, Set<String> ids) {
        Map<String, IdentityView> known = new HashMap<>();
        transaction
                .createQuery(KNOWN)
                .bind("ids", ids.toArray(String[]::new))
                .map((row, _) -> IdentityList.identity(row))
                .forEach(identity -> known.put(identity.diplomateId(), identity));
        return known;
    }

    /// The next revision of the diplomate; empty when the row says nothing new.
    private static Optional<IdentityView> next(Row row, @Nullable IdentityView known, Instant now) {
        String id = row.diplomateId();
        if (known == null) {
            return Optional.of(row.request().view(id, null, 1, now));
        }
        String mergedInto = known.mergedInto();
        int revision = known.revision();
        Instant before = known.updatedAt();
        if (row.request().view(id, mergedInto, revision, before).equals(known)) {
            return Optional.empty();
        }
        Instant at = now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
        return Optional.of(row.request().view(id, mergedInto, revision + 1, at));
    }

    private static void write(Handle transaction, List<IdentityView> rows, String by) {
        transaction
                .createUpdate(PUT)
                .bind("ids", Columns.of(rows, IdentityView::diplomateId))
                .bind("npis", Columns.of(rows, IdentityView::npi))
                .bind("givenNames", Columns.of(rows, IdentityView::givenName))
                .bind("familyNames", Columns.of(rows, IdentityView::familyName))
                .bind("days", Columns.of(rows, IdentityView::birthMonthDay))
                .bind("keys", Columns.of(rows, IdentityImportWriter::keys))
                .bind("revisions", Columns.of(rows, IdentityView::revision))
                .bind("times", Columns.of(rows, IdentityView::updatedAt))
                .bind("by", by)
                .execute();
    }

    private static String keys(IdentityView identity) {
        return String.join(" ", NameFolding.keys(identity.familyName()));
    }
}
