package cme.credit.identity;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Tells which numbers mean one person; diplomates who were merged have several.
@Singleton
public final class DiplomateNumbers {
    private static final String FIND =
            "select coalesce(merged_into, diplomate_id) from identity where diplomate_id = :id";

    private static final String ALL =
            """
            with person as (
                select coalesce((select merged_into from identity where diplomate_id = :id), :id) as number)
            select number from person
            union
            select diplomate_id from identity where merged_into = (select number from person)
            """;

    /// The number under which everything of the diplomate is recorded: the diplomate's own, or
    /// after a merge that of the one who remains. Empty when there is no such diplomate.
    public Optional<String> find(Handle handle, String diplomateId) {
        return handle.createQuery(FIND).bind("id", diplomateId).mapTo(String.class).findOne();
    }

    /// As [#find], and the number itself when there is no such diplomate.
    public String remaining(Handle handle, String diplomateId) {
        return find(handle, diplomateId).orElse(diplomateId);
    }

    /// Every number of the same person: the one that remains and those that were merged into it.
    public Set<String> all(Handle handle, String diplomateId) {
        return handle.createQuery(ALL)
                .bind("id", diplomateId)
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }
}
