package cme.credit.heldrow;

import cme.credit.access.Poster;
import cme.credit.matching.Questions;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Waiting rows whose poster names more days of birth for one person than it may contradict on a
/// day ([Questions]). If the right one were released, or told another reason than the rest, the
/// poster would have learned the day; so the board decides on all of them.
final class GuessedDays {
    /// A person's rows are found by any of the person's numbers, whatever name they have.
    private static final String FIND =
            """
            with waiting as materialized (
                select id, poster, diplomate_id, npi, posted ->> 'birthMonthDay' as day from held_row
                where state = 'WAITING' and (diplomate_id = any(:diplomates) or npi = any(:npis))
                    and starts_with(poster, :providers) and posted ->> 'birthMonthDay' is not null),
            meant as (
                select w.id, w.poster, w.day, coalesce(i.merged_into, i.diplomate_id) as person
                from waiting w join identity i on i.diplomate_id = w.diplomate_id
                union
                select w.id, w.poster, w.day, coalesce(i.merged_into, i.diplomate_id)
                from waiting w join identity i on i.npi = w.npi),
            guessed as (
                select poster, person from meant group by poster, person having count(distinct day) > :most)
            select distinct id from meant join guessed using (poster, person)
            """;

    private GuessedDays() {}

    /// The rows that name one of the numbers and are guesses.
    static Set<UUID> of(Handle handle, Collection<String> diplomateIds, Collection<String> npis) {
        return handle.createQuery(FIND)
                .bind("diplomates", diplomateIds.toArray(String[]::new))
                .bind("npis", npis.toArray(String[]::new))
                .bind("providers", Poster.Kind.PROVIDER + ":")
                .bind("most", Questions.MAX_CONTRADICTIONS)
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }
}
