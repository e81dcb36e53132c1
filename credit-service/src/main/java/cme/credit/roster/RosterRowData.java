package cme.credit.roster;

import cme.credit.completion.TimeOrderedId;
import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What was posted with rows of rosters that were not recorded, and is kept to be mended.
@Singleton
final class RosterRowData implements PersonalDataStore {
    private static final String HAS_CONTENT =
            "(r.content is not null or r.line is not null or r.differences is not null)";

    /// Rows that repeat a completion of the person. Others may mean somebody else.
    private static final String LIST =
            """
            select r.* from roster_row r join completion c on c.id = r.completion
            where c.diplomate_id = any(:numbers) and r.outcome in ('DUPLICATE', 'WITHDRAWN')
                and concat(r.roster, '/', lpad(r.posting::text, 9, '0'), '/', lpad(r.row::text, 9, '0')) > :after
            order by r.roster, r.posting, r.row limit :limit
            """;

    /// Spreadsheets' guards around a number, as the reader takes them off.
    private static final String CLEAN = "btrim(posted_field(r.content, '%s'), E' \\t\\u00a0=\"''')";

    /// The rows that may name the person, each found by an index: `words` has what a row says of
    /// its person. A broken row has a text only; so has a conflict that names a difference.
    private static final String NAMING =
            """
            with searched as (
                select array_agg(distinct word) as words
                from unnest(:numbers::text[] || :npis::text[] || :names::text[]) as text,
                    regexp_split_to_table(lower(text), '[^[:alnum:]]+') as word
                where word <> '')
            select r.roster, r.posting, r.row from roster_row r
            where r.held_row = any(array(
                    select id from held_row
                    where completion = any(array(select id from completion where diplomate_id = any(:numbers)))
                        or diplomate_id = any(:numbers) or npi = any(:npis)))
                and %1$s
            union
            select r.roster, r.posting, r.row from roster_row r
            where r.completion = any(array(select id from completion where diplomate_id = any(:numbers)))
                and r.content is not null
            union
            select r.roster, r.posting, r.row from roster_row r
            where r.words && (:numbers::text[] || :npis::text[] || :names::text[])
                and (%2$s = any(:numbers) or %3$s = any(:npis)
                    or lower(btrim(posted_field(r.content, 'familyName'))) = any(:names)
                        and posted_field(r.content, 'birthMonthDay') = any(:days))
            union
            select r.roster, r.posting, r.row from roster_row r
            where r.words && (select words from searched) and r.line ~* :inLine
            """
                    .formatted(HAS_CONTENT, CLEAN.formatted("diplomateId"), CLEAN.formatted("npi"));

    /// The details of errors quote what was posted.
    private static final String EMPTIED =
            """
            content = null, line = null, differences = null, words = null, content_erased_at = :at,
                detail = case when detail is not null then 'Erased' end,
                errors = (
                    select json_agg(json_build_object(
                        'pointer', e ->> 'pointer', 'code', e ->> 'code', 'detail', 'Erased'))
                    from json_array_elements(roster_row.errors) as e)
            """;

    private static final String UPDATE =
            """
            update roster_row set %s
            from (%%s) as old
            where roster_row.roster = old.roster and roster_row.posting = old.posting and roster_row.row = old.row
            """
                    .formatted(EMPTIED);

    private static final String ERASE = UPDATE.formatted(NAMING);

    private static final String OUTDATE =
            UPDATE.formatted(
                    """
                    select r.roster, r.posting, r.row from roster_row r join roster p on p.id = r.roster
                    where %s and r.roster < :firstId and coalesce(p.posted_again_at, p.received_at) < :before
                        and not exists (select from held_row h where h.id = r.held_row and h.state = 'WAITING')
                    order by r.roster limit :limit
                    """
                            .formatted(HAS_CONTENT));

    /// Shorter numbers are too often something else in a text.
    private static final int MIN_DIGITS = 5;

    @Override
    public Kind kind() {
        return Kind.ROSTER_ROW;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("after", after)
                .bind("limit", limit)
                .map(
                        (row, _) -> {
                            RosterRow found = RosterRows.rosterRow(row);
                            String place =
                                    "%s/%09d/%09d"
                                            .formatted(
                                                    row.getString("roster"),
                                                    found.posting(),
                                                    found.view().row());
                            return new Datum(place, RosterRowDetailView.of(found));
                        })
                .list();
    }

    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        return transaction
                .createUpdate(ERASE)
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .bind("names", Person.array(person.familyNames()))
                .bind("days", Person.array(person.birthMonthDays()))
                .bind("inLine", inLine(person))
                .bind("at", erasure.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Finds a text that could not be read and has the family name, the NPI or the number as a
    /// word. Null when there is nothing to look for.
    private static @Nullable String inLine(Person person) {
        String any =
                Stream.of(person.numbers(), person.npis(), person.familyNames())
                        .flatMap(Set::stream)
                        .filter(text -> text.length() >= MIN_DIGITS || !hasDigits(text))
                        .map(text -> text.replaceAll("[^\\p{L}0-9]", "\\\\$0"))
                        .collect(Collectors.joining("|"));
        return any.isEmpty() ? null : "(^|[^[:alnum:]])(%s)($|[^[:alnum:]])".formatted(any);
    }

    private static boolean hasDigits(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    @Override
    public int outdate(Handle transaction, Instant before, Instant at, int limit) {
        return transaction
                .createUpdate(OUTDATE)
                .bind("firstId", TimeOrderedId.before(before))
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .execute();
    }
}
