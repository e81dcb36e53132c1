package cme.credit.posting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Finds completions that count once with another one of the same poster: the same diplomate
/// completed the same activity, or something of the same title, on the same day, and not in
/// different sessions (domain, section 3). Completions of other posters are not told of, and at most the first 100 of a day are looked
/// at.
final class Repetitions {
    /// A title or session without case, spaces, punctuation and invisible characters.
    private static final String FOLDED =
            "regexp_replace(lower(normalize(%s, NFKC) collate pg_c_utf8), '[^[:alnum:]]+', '', 'g')";

    private static final String FIND =
            """
            select n.id, other.external_id
            from completion n
                cross join lateral (
                    select c.external_id
                    from (
                        select * from completion day
                        where day.diplomate_id = n.diplomate_id and day.completed_on = n.completed_on
                        order by day.id limit 100) as c
                    where c.id <> n.id and c.poster = n.poster and c.status = 'RECORDED'
                        and (c.activity = n.activity or %s = %s)
                        and (c.session is null or n.session is null or %s = %s)
                    order by c.id limit 1) as other
            where n.id = any(:ids) and n.status = 'RECORDED'
            """
                    .formatted(
                            FOLDED.formatted("c.title"),
                            FOLDED.formatted("n.title"),
                            FOLDED.formatted("c.session"),
                            FOLDED.formatted("n.session"));

    private Repetitions() {}

    /// The poster's name of another completion, by the completions that it repeats.
    static Map<UUID, String> find(Handle handle, Collection<UUID> completions) {
        var found = new HashMap<UUID, String>();
        if (!completions.isEmpty()) {
            handle.createQuery(FIND)
                    .bind("ids", completions.toArray(UUID[]::new))
                    .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }
}
