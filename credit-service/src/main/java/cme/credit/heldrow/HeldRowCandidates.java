package cme.credit.heldrow;

import cme.credit.identity.IdentityWords;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.Claim;
import cme.credit.matching.FamilyName;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds the diplomates whom a held row could mean: those who have one of its numbers, also without
/// leading zeros, or a family name that agrees.
@Singleton
final class HeldRowCandidates {
    private static final int MAX = 20;
    private static final List<String> FIELDS =
            List.of("diplomateId", "npi", "familyName", "birthMonthDay");

    /// A person whose numbers were merged has several records.
    private static final String FIND =
            """
            select coalesce(merged_into, diplomate_id) as person, diplomate_id, given_name, family_name, npi,
                birth_month_day
            from identity where erased_at is null and %s
            order by (case when diplomate_id = :diplomate then 4 else 0 end)
                + (case when npi = :npi then 4 else 0 end)
                + (case when name_keys && :keys then 2 else 0 end)
                + (case when birth_month_day = :day then 1 else 0 end) desc, diplomate_id
            limit :limit
            """
                    .formatted(IdentityWords.MATCH);

    /// One record of a person.
    private record Known(
            String person,
            String diplomateId,
            @Nullable String givenName,
            String familyName,
            @Nullable String npi,
            @Nullable String birthMonthDay) {}

    /// The best candidates, those who agree in more first.
    List<CandidateView> of(Handle handle, Claim claim) {
        BirthMonthDay day = claim.birthMonthDay();
        Map<String, List<Known>> persons = new LinkedHashMap<>();
        handle.createQuery(FIND)
                .bind("words", IdentityWords.anyOf(words(claim)))
                .bind("diplomate", claim.diplomateId())
                .bind("npi", claim.npi())
                .bind("keys", claim.familyName().keys().toArray(String[]::new))
                .bind("day", day == null ? null : day.toString())
                .bind("limit", MAX * 2)
                .map((row, _) -> known(row))
                .forEach(
                        known ->
                                persons.computeIfAbsent(known.person(), _ -> new ArrayList<>())
                                        .add(known));
        return persons.values().stream()
                .limit(MAX)
                .map(records -> candidate(claim, records))
                .toList();
    }

    private static List<String> words(Claim claim) {
        List<String> words = new ArrayList<>(claim.familyName().keys());
        if (claim.diplomateId() != null) {
            String number = claim.diplomateId().toLowerCase(Locale.ROOT);
            words.add(number);
            words.add(number.replaceFirst("^0+(?=.)", ""));
        }
        if (claim.npi() != null) {
            words.add(claim.npi());
        }
        return words;
    }

    /// Each record of a person may have what was sent.
    private static CandidateView candidate(Claim claim, List<Known> records) {
        Set<String> agrees = new HashSet<>();
        Set<String> differs = new HashSet<>();
        BirthMonthDay day = claim.birthMonthDay();
        for (Known known : records) {
            compare("diplomateId", claim.diplomateId(), known.diplomateId(), agrees, differs);
            compare("npi", claim.npi(), known.npi(), agrees, differs);
            compare(
                    "birthMonthDay",
                    day == null ? null : day.toString(),
                    known.birthMonthDay(),
                    agrees,
                    differs);
            boolean sameName = claim.familyName().agreesWith(FamilyName.of(known.familyName()));
            (sameName ? agrees : differs).add("familyName");
        }
        differs.removeAll(agrees);
        Known shown =
                records.stream()
                        .filter(known -> known.diplomateId().equals(known.person()))
                        .findFirst()
                        .orElseGet(records::getFirst);
        return new CandidateView(
                shown.person(),
                shown.givenName(),
                shown.familyName(),
                FIELDS.stream().filter(agrees::contains).toList(),
                FIELDS.stream().filter(differs::contains).toList());
    }

    private static void compare(
            String field,
            @Nullable String sent,
            @Nullable String known,
            Set<String> agrees,
            Set<String> differs) {
        if (sent != null && known != null) {
            (sent.equals(known) ? agrees : differs).add(field);
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("person"),
                row.getString("diplomate_id"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("npi"),
                row.getString("birth_month_day"));
    }
}
