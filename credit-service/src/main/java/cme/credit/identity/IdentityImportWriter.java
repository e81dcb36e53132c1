package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.chassis.problem.Violation;
import cme.credit.identity.IdentityImport.Row;
import cme.credit.identity.IdentityImportView.Result;
import cme.credit.identity.LookAlikes.Change;
import cme.credit.matching.FamilyName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            select diplomate_id, npi, given_name, family_name, birth_month_day, merged_into, insistence, revision,
                updated_at, erased_at
            from identity where diplomate_id = any(:ids)
            """;

    /// Keys hold no blanks, so that a list of them travels as one text.
    private static final String PUT =
            """
            insert into identity (diplomate_id, npi, given_name, family_name, birth_month_day, name_keys, insistence,
                revision, updated_at, updated_by)
            select n.id, n.npi, n.given_name, n.family_name, n.day, string_to_array(n.keys, ' '), n.insistence,
                n.revision, n.at, :by
            from unnest(
                :ids::text[], :npis::text[], :givenNames::text[], :familyNames::text[], :days::text[], :keys::text[],
                :insistences::text[], :revisions::int[], :times::timestamptz[])
                as n (id, npi, given_name, family_name, day, keys, insistence, revision, at)
            on conflict (diplomate_id) do update set
                npi = excluded.npi, given_name = excluded.given_name, family_name = excluded.family_name,
                birth_month_day = excluded.birth_month_day, name_keys = excluded.name_keys,
                insistence = excluded.insistence, erased_at = null, revision = excluded.revision,
                updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """;

    private static final Violation ERASED =
            new Violation(
                    "/diplomateId",
                    "identity.erased",
                    "The data of this diplomate were erased. To record them again, insist on it:"
                            + " insist=true&reason=...");

    private final Jdbi jdbi;
    private final IdentityChanges changes;
    private final Clock clock;

    IdentityImportWriter(Jdbi jdbi, IdentityChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    /// Writes rows of different diplomates in one transaction, except those that say nothing new
    /// and those that look like somebody else.
    ///
    /// @return the result of each row
    List<Result> put(
            List<Row> rows, ImportedPeople people, @Nullable String insistence, String by) {
        return jdbi.inTransaction(
                transaction -> {
                    IdentityLock.forChanging(transaction);
                    Judged judged = judge(transaction, rows, people, insistence);
                    if (!judged.accepted().isEmpty()) {
                        write(transaction, judged, by);
                    }
                    return judged.results(rows);
                });
    }

    /// Answers what writing the rows would, and writes nothing.
    List<Result> rehearse(List<Row> rows, ImportedPeople people, @Nullable String insistence) {
        return jdbi.withHandle(handle -> judge(handle, rows, people, insistence).results(rows));
    }

    /// @param accepted the revisions to be written
    /// @param refused the violations of rows that look like somebody else, by number
    /// @param known the diplomates as they are
    private record Judged(
            List<IdentityView> accepted,
            Map<String, List<Violation>> refused,
            Map<String, IdentityView> known,
            Instant at) {

        List<Result> results(List<Row> rows) {
            Map<String, Integer> revisions = new HashMap<>();
            accepted.forEach(view -> revisions.put(view.diplomateId(), view.revision()));
            return rows.stream().map(row -> result(row, revisions)).toList();
        }

        private Result result(Row row, Map<String, Integer> revisions) {
            String number = row.diplomateId();
            List<Violation> violations = refused.get(number);
            return violations == null
                    ? Result.of(row, revisions.get(number))
                    : Result.rejected(row.number(), number, violations);
        }
    }

    private Judged judge(
            Handle handle, List<Row> rows, ImportedPeople people, @Nullable String insistence) {
        Instant now = clock.instant();
        Map<String, IdentityView> known = known(handle, people.numbers(rows));
        List<Change> changed =
                rows.stream().flatMap(row -> next(row, known, insistence, now).stream()).toList();
        Map<String, List<Violation>> refused =
                insistence == null ? refused(handle, changed, people, known) : Map.of();
        List<IdentityView> accepted =
                changed.stream()
                        .map(Change::now)
                        .filter(view -> !refused.containsKey(view.diplomateId()))
                        .toList();
        return new Judged(accepted, refused, known, now);
    }

    private static Map<String, List<Violation>> refused(
            Handle handle,
            List<Change> changed,
            ImportedPeople people,
            Map<String, IdentityView> known) {
        Map<String, List<Violation>> refused =
                LookAlikes.of(handle, changed, person -> people.othersLike(person, known));
        changed.stream()
                .map(Change::before)
                .filter(before -> before != null && before.erasedAt() != null)
                .forEach(before -> refused.put(before.diplomateId(), List.of(ERASED)));
        return refused;
    }

    private void write(Handle transaction, Judged judged, String by) {
        List<IdentityView> changed = judged.accepted();
        write(transaction, changed, by);
        changes.log(transaction, changed, by);
        List<String> numbers = changed.stream().map(IdentityView::diplomateId).toList();
        Stream<@Nullable String> npis =
                Stream.concat(
                                changed.stream(),
                                numbers.stream().map(judged.known()::get).filter(Objects::nonNull))
                        .map(IdentityView::npi);
        changes.tell(transaction, numbers, npis, judged.at(), by);
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
    private static Optional<Change> next(
            Row row, Map<String, IdentityView> known, @Nullable String insistence, Instant now) {
        String id = row.diplomateId();
        IdentityView before = known.get(id);
        if (before == null) {
            return Optional.of(new Change(row.request().view(id, null, insistence, 1, now), null));
        }
        if (before.isDescribedBy(row.request())) {
            return Optional.empty();
        }
        Instant last = before.updatedAt();
        Instant at = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        IdentityView next =
                row.request().view(id, before.mergedInto(), insistence, before.revision() + 1, at);
        return Optional.of(new Change(next, before));
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
                .bind("insistences", Columns.of(rows, IdentityView::insistence))
                .bind("revisions", Columns.of(rows, IdentityView::revision))
                .bind("times", Columns.of(rows, IdentityView::updatedAt))
                .bind("by", by)
                .execute();
    }

    private static String keys(IdentityView identity) {
        return String.join(
                " ", FamilyName.of(Objects.requireNonNull(identity.familyName())).keys());
    }
}
