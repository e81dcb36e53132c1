package cme.credit.completion;

import cme.credit.access.Poster;
import cme.credit.identity.Person;
import cme.credit.identity.PersonalDataStore;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Postings that the board overruled. A posting that named an NPI is known by it, until the person
/// is erased; from then on it is known by the board's number.
@Singleton
final class OverruledPostingData implements PersonalDataStore {
    private static final String PLACE = "concat(source, '/', lpad(revision::text, 9, '0'))";

    /// Those of completions that are the person's now. Others may mean somebody else.
    private static final String LIST =
            """
            select distinct %1$s as place, poster, external_id, completed_on, activity, title, session
            from overruled_posting
            where source in (select id from completion where diplomate_id = any(:numbers))
                and number = any(:numbers) and %1$s > :after
            order by place limit :limit
            """
                    .formatted(PLACE);

    private static final String RENUMBER =
            """
            insert into overruled_posting (source, revision, number, poster, external_id, completed_on, activity, title,
                session)
            select o.source, o.revision, i.diplomate_id, o.poster, o.external_id, o.completed_on, o.activity, o.title,
                o.session
            from identity i join overruled_posting o on o.number = i.npi
            where i.diplomate_id = any(:numbers)
            on conflict do nothing
            """;

    /// The NPI stands beside the number also when it is another person's or an earlier one.
    private static final String ERASE =
            """
            delete from overruled_posting o
            where o.number = any(:npis)
                or o.revision = 0 and exists (
                    select from overruled_posting s
                    where s.source = o.source and s.revision = 0 and s.number = any(:numbers))
                    and not exists (select from identity where diplomate_id = o.number)
                    and not exists (select from identity where npi = o.number and diplomate_id <> all(:numbers))
            """;

    /// A posting, as the person reads it.
    private record Posted(
            @Nullable String provider,
            String externalId,
            LocalDate completedOn,
            @Nullable String activity,
            @Nullable String title,
            @Nullable String session) {}

    @Override
    public Kind kind() {
        return Kind.OVERRULED_POSTING;
    }

    @Override
    public List<Datum> list(Handle handle, Person person, String after, int limit) {
        return handle.createQuery(LIST)
                .bind("numbers", Person.array(person.numbers()))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Datum(row.getString("place"), posted(row)))
                .list();
    }

    private static Posted posted(ResultSet row) throws SQLException {
        return new Posted(
                Poster.ofKey(row.getString("poster")).provider(),
                row.getString("external_id"),
                Objects.requireNonNull(row.getObject("completed_on", LocalDate.class)),
                row.getString("activity"),
                row.getString("title"),
                row.getString("session"));
    }

    @Override
    public int erase(Handle transaction, Person person, Erasure erasure) {
        transaction
                .createUpdate(RENUMBER)
                .bind("numbers", Person.array(person.numbers()))
                .execute();
        return transaction
                .createUpdate(ERASE)
                .bind("numbers", Person.array(person.numbers()))
                .bind("npis", Person.array(person.npis()))
                .execute();
    }
}
