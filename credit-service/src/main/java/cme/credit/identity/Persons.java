package cme.credit.identity;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds people with all of their numbers.
@Singleton
public final class Persons {
    private static final String FIND =
            """
            select diplomate_id, npi, lower(nullif(family_name, '')) as family_name, birth_month_day, revision, erased_at
            from identity where diplomate_id = any(:numbers)
            """;

    private final DiplomateNumbers numbers;

    Persons(DiplomateNumbers numbers) {
        this.numbers = numbers;
    }

    private record Numbered(
            String diplomateId,
            @Nullable String npi,
            @Nullable String familyName,
            @Nullable String birthMonthDay,
            int revision,
            boolean isErased) {}

    /// Empty when there is no such number.
    public Optional<Person> find(Handle handle, String diplomateId) {
        Set<String> all = numbers.all(handle, diplomateId);
        List<Numbered> known =
                handle.createQuery(FIND)
                        .bind("numbers", Person.array(all))
                        .map((row, _) -> numbered(row))
                        .list();
        return known.stream()
                .filter(one -> one.diplomateId().equals(diplomateId))
                .findFirst()
                .map(
                        asked ->
                                new Person(
                                        asked.revision(),
                                        all,
                                        texts(known, Numbered::npi),
                                        texts(known, Numbered::familyName),
                                        texts(known, Numbered::birthMonthDay),
                                        known.stream().allMatch(Numbered::isErased)));
    }

    private static Set<String> texts(
            List<Numbered> known, Function<Numbered, @Nullable String> field) {
        return known.stream().map(field).filter(Objects::nonNull).collect(toSet());
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(
                row.getString("diplomate_id"),
                row.getString("npi"),
                row.getString("family_name"),
                row.getString("birth_month_day"),
                row.getInt("revision"),
                row.getObject("erased_at") != null);
    }
}
