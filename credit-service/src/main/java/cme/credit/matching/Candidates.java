package cme.credit.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads the diplomates whom claims could mean.
final class Candidates {
    /// Everyone with one of the `:ids` or `:npis`, and all that is known of the same persons under
    /// the other numbers that were merged with these.
    private static final String FIND =
            """
            with numbered as materialized (
                select *, coalesce(merged_into, diplomate_id) as person from identity where diplomate_id = any(:ids)
                union all
                select *, coalesce(merged_into, diplomate_id) from identity where npi = any(:npis))
            select person, diplomate_id, npi, family_name, birth_month_day, erased_at from numbered
            union all
            select diplomate_id, diplomate_id, npi, family_name, birth_month_day, erased_at
            from identity
            where diplomate_id in (select merged_into from numbered)
            union all
            select merged_into, diplomate_id, npi, family_name, birth_month_day, erased_at
            from identity
            where merged_into is not null and merged_into in (select person from numbered)
            """;

    private Candidates() {}

    /// One query for all claims; a candidate may come more than once.
    static List<Candidate> of(Handle handle, Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(FIND)
                .bind("ids", distinct(claims.stream().map(Claim::diplomateId)))
                .bind("npis", distinct(claims.stream().map(Claim::npi)))
                .map((row, _) -> candidate(row))
                .list();
    }

    private static String[] distinct(Stream<String> numbers) {
        return numbers.filter(number -> number != null).distinct().toArray(String[]::new);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        String day = row.getString("birth_month_day");
        return new Candidate(
                row.getString("diplomate_id"),
                row.getString("person"),
                row.getString("npi"),
                FamilyName.of(row.getString("family_name")),
                day == null ? null : BirthMonthDay.parse(day).orElseThrow(),
                row.getObject("erased_at") != null);
    }
}
