package cme.credit.heldrow;

import cme.credit.completion.Completions;
import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The posted fields of held rows. Only the board can tell whose the waiting rows are, so it
/// decides on them before the person is erased.
@Singleton
final class HeldRowData implements PersonalDataStore {
    private static final String OF_COMPLETIONS =
            """
            completion = any(array(select id from completion where diplomate_id = any(:numbers)))
            """;

    /// The rows that became completions of the person, and those that only wait for the board to
    /// look at what was completed.
    private static final String LIST =
            """
            select * from held_row
            where (%s or state = 'WAITING' and reason = 'NEEDS_REVIEW' and diplomate_id = any(:numbers))
                and id::text > :after
            order by id::text limit :limit
            """
                    .formatted(OF_COMPLETIONS);

    private static final String WAITING =
            """
            select count(*) from held_row
            where state = 'WAITING' and (diplomate_id = any(:numbers) or npi = any(:npis))
            """;

    private static final String EMPTIED =
            """
            posted = null, npi = null, closing_reason = case when closing_reason is not null then 'Erased' end,
                content_hash = :erased, content_erased_at = :at
            """;

    private static final String ERASE =
            """
            update held_row set %s
            where state <> 'WAITING' and posted is not null
                and (%s or diplomate_id = any(:numbers) or npi = any(:npis))
            """
                    .formatted(EMPTIED, OF_COMPLETIONS);

    private static final String OUTDATE =
            """
            update held_row set %s
            where id in (
                select id from held_row
                where state <> 'WAITING' and posted is not null and closed_at < :before
                order by closed_at limit :limit)
            """
                    .formatted(EMPTIED);

    @Override
    public Kind kind() {
        return Kind.HELD_ROW;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("after", after)
                .bind("limit", limit)
                .map(
                        (row, _) ->
                                new Datum(
                                        row.getString("id"),
                                        HeldRowColumns.found(row, true).view()))
                .list();
    }

    @Override
    public int waiting(Handle handle, Person person) {
        return handle.createQuery(WAITING)
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        return emptied(transaction.createUpdate(ERASE), erasure.at())
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .execute();
    }

    @Override
    public int outdate(Handle transaction, Instant before, Instant at, int limit) {
        return emptied(transaction.createUpdate(OUTDATE), at)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .execute();
    }

    private static <T extends SqlStatement<T>> T emptied(T statement, Instant at) {
        return statement
                .bind("erased", Completions.ERASED_HASH)
                .bind("at", at.atOffset(ZoneOffset.UTC));
    }
}
