package cme.credit.identity;

import static java.util.stream.Collectors.toSet;

import cme.chassis.secret.CannotOpen;
import cme.chassis.secret.KeyRing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final String REVISIONS =
            "select payload from event_log where key = any(:numbers) and type = :type order by seq";

    private final DiplomateNumbers numbers;
    private final PersonKeys keys;

    Persons(DiplomateNumbers numbers, PersonKeys keys) {
        this.numbers = numbers;
        this.keys = keys;
    }

    /// As [#find], with all names and days of birth that the person ever had in the register, as
    /// far as they are not erased.
    ///
    /// Former NPIs are left out: one that was entered by mistake is somebody else's.
    public Optional<Person> findWithFormer(Handle handle, String diplomateId) {
        return find(handle, diplomateId).map(person -> withFormer(handle, person));
    }

    private Person withFormer(Handle handle, Person person) {
        Map<String, KeyRing> opening = opening(handle, person);
        Set<String> names = new HashSet<>(person.familyNames());
        Set<String> days = new HashSet<>(person.birthMonthDays());
        handle.createQuery(REVISIONS)
                .bind("numbers", Person.array(person.numbers()))
                .bind("type", IdentityChanges.EVENT)
                .mapTo(String.class)
                .map(payload -> SealedRevision.of(payload).open(opening))
                .forEach(
                        then -> {
                            if (then.familyName() != null && !then.familyName().isEmpty()) {
                                names.add(then.familyName().toLowerCase(Locale.ROOT));
                            }
                            if (then.birthMonthDay() != null) {
                                days.add(then.birthMonthDay());
                            }
                        });
        return new Person(
                person.revision(), person.numbers(), person.npis(), names, days, person.isErased());
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

    /// Names under a key that cannot be opened are lost, which must not keep the rest from being
    /// erased.
    private Map<String, KeyRing> opening(Handle handle, Person person) {
        try {
            return keys.byId(handle, person.numbers());
        } catch (CannotOpen | IllegalArgumentException e) {
            return Map.of();
        }
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
