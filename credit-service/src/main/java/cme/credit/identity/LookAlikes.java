package cme.credit.identity;

import cme.chassis.database.Columns;
import cme.chassis.problem.Violation;
import cme.credit.matching.FamilyName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds people of the register who are probably the same person as one who is added or changed, so
/// that nobody gets a second number by mistake (domain, section 4).
final class LookAlikes {
    private static final String FIND =
            """
            select n.id as changed, o.diplomate_id, o.npi, o.given_name, o.family_name, o.birth_month_day,
                o.merged_into, o.insistence, o.revision, o.updated_at, o.erased_at
            from unnest(:ids::text[], :npis::text[], :numbers::text[], :births::text[]) as n (id, npi, number, births)
                cross join lateral (
                    select diplomate_id from identity where npi = n.npi
                    union
                    select diplomate_id from identity where ltrim(lower(diplomate_id), '0') = n.number
                    union
                    select diplomate_id from identity
                    where identity_births(name_keys, birth_month_day) && string_to_array(n.births, ' ')
                    limit 100) as alike
                join identity o on o.diplomate_id = alike.diplomate_id
            where o.diplomate_id <> n.id
            order by o.diplomate_id
            """;

    private LookAlikes() {}

    /// A diplomate as the board describes them now.
    ///
    /// @param before as the register has them; null when they are new
    record Change(IdentityView now, @Nullable IdentityView before) {}

    private enum Likeness {
        NPI("/npi", "%s has this NPI."),
        NUMBER("/diplomateId", "%s differs from this number by leading zeros only."),
        NAME("/familyName", "%s has the same name and day of birth.");

        private final String pointer;
        private final String sentence;

        Likeness(String pointer, String sentence) {
            this.pointer = pointer;
            this.sentence = sentence;
        }

        private boolean holds(IdentityView one, IdentityView other) {
            return switch (this) {
                case NPI -> one.npi() != null && one.npi().equals(other.npi());
                case NUMBER ->
                        withoutZeros(one.diplomateId()).equals(withoutZeros(other.diplomateId()));
                case NAME ->
                        one.birthMonthDay() != null
                                && one.birthMonthDay().equals(other.birthMonthDay())
                                && agree(one.familyName(), other.familyName())
                                && agreeIfKnown(one.givenName(), other.givenName());
            };
        }

        private Violation violation(IdentityView other) {
            return new Violation(
                    pointer,
                    "identity.looks-like",
                    sentence.formatted(other.diplomateId())
                            + " Correct this, or say that they are two people:"
                            + " insist=true&reason=...");
        }
    }

    /// The likenesses of one diplomate who is put.
    static List<Violation> of(
            Handle handle,
            IdentityRequest request,
            String diplomateId,
            @Nullable IdentityView before) {
        String mergedInto = before == null ? null : before.mergedInto();
        var change =
                new Change(request.view(diplomateId, mergedInto, null, 0, Instant.EPOCH), before);
        return of(handle, List.of(change), _ -> List.of()).getOrDefault(diplomateId, List.of());
    }

    /// The likenesses of the diplomates, by number; those who look like nobody are left out.
    ///
    /// @param besides other people whom somebody has to be compared with
    static Map<String, List<Violation>> of(
            Handle handle,
            List<Change> changes,
            Function<IdentityView, Collection<IdentityView>> besides) {
        Map<String, List<IdentityView>> known = known(handle, changes);
        Map<String, List<Violation>> found = new HashMap<>();
        for (Change change : changes) {
            String number = change.now().diplomateId();
            List<IdentityView> others = new ArrayList<>(known.getOrDefault(number, List.of()));
            others.addAll(besides.apply(change.now()));
            List<Violation> violations = compare(change, others);
            if (!violations.isEmpty()) {
                found.put(number, violations);
            }
        }
        return found;
    }

    private static Map<String, List<IdentityView>> known(Handle handle, List<Change> changes) {
        List<IdentityView> now = changes.stream().map(Change::now).toList();
        Map<String, List<IdentityView>> known = new HashMap<>();
        handle.createQuery(FIND)
                .bind("ids", Columns.of(now, IdentityView::diplomateId))
                .bind("npis", Columns.of(now, IdentityView::npi))
                .bind("numbers", Columns.of(now, view -> withoutZeros(view.diplomateId())))
                .bind("births", Columns.of(now, view -> String.join(" ", births(view))))
                .map((row, _) -> Map.entry(row.getString("changed"), IdentityList.identity(row)))
                .forEach(
                        entry ->
                                known.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                                        .add(entry.getValue()));
        return known;
    }

    private static List<Violation> compare(Change change, Collection<IdentityView> others) {
        IdentityView now = change.now();
        return others.stream()
                .filter(other -> !other.person().equals(now.person()))
                .flatMap(
                        other ->
                                newLikenesses(change).stream()
                                        .filter(likeness -> likeness.holds(now, other))
                                        .map(likeness -> likeness.violation(other)))
                .distinct()
                .toList();
    }

    /// A likeness that the board has insisted on before is not asked about again.
    private static Set<Likeness> newLikenesses(Change change) {
        IdentityView now = change.now();
        IdentityView before = change.before();
        if (before == null) {
            return EnumSet.allOf(Likeness.class);
        }
        Set<Likeness> likenesses = EnumSet.noneOf(Likeness.class);
        if (!Objects.equals(now.npi(), before.npi())) {
            likenesses.add(Likeness.NPI);
        }
        if (!Objects.equals(now.givenName(), before.givenName())
                || !now.familyName().equals(before.familyName())
                || !Objects.equals(now.birthMonthDay(), before.birthMonthDay())) {
            likenesses.add(Likeness.NAME);
        }
        return likenesses;
    }

    /// Texts of which two people share one when they look alike; sharing one is not enough.
    static Set<String> signs(IdentityView view) {
        Set<String> signs = new HashSet<>(births(view));
        signs.add("number " + withoutZeros(view.diplomateId()));
        if (view.npi() != null) {
            signs.add("npi " + view.npi());
        }
        return signs;
    }

    /// The day of birth with every spelling of the name, as the database has them.
    private static Set<String> births(IdentityView view) {
        return view.birthMonthDay() == null
                ? Set.of()
                : FamilyName.of(view.familyName()).keys().stream()
                        .map(key -> view.birthMonthDay() + ":" + key)
                        .collect(Collectors.toSet());
    }

    private static String withoutZeros(String number) {
        return number.toLowerCase(Locale.ROOT).replaceFirst("^0+", "");
    }

    private static boolean agreeIfKnown(@Nullable String one, @Nullable String other) {
        return one == null || other == null || agree(one, other);
    }

    private static boolean agree(String one, String other) {
        return FamilyName.of(one).agreesWith(FamilyName.of(other));
    }
}
