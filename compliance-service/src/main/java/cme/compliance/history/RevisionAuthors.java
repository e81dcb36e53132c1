package cme.compliance.history;

import cme.chassis.database.Columns;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads who recorded revisions of completions and activities, which the rules need not know.
@Singleton
class RevisionAuthors {

    private record Key(String subject, int revision) {}

    /// Null is the author of a revision that came without one.
    record Authors(Map<Key, String> ofCompletions, Map<Key, String> ofActivities) {

        @Nullable String ofCompletion(Completion.Id id, int revision) {
            return ofCompletions.get(new Key(id.value(), revision));
        }

        @Nullable String ofActivity(Activity.Code code, int revision) {
            return ofActivities.get(new Key(code.value(), revision));
        }
    }

    private static final String OF_COMPLETIONS =
            """
            select r.completion as subject, r.revision, r.recorded_by
            from unnest(:subjects::text[], :revisions::text[]) as asked (subject, revision)
            join completion_revision r
                on r.completion = asked.subject and r.revision = asked.revision::int
            where r.recorded_by is not null
            """;

    private static final String OF_ACTIVITIES =
            """
            select r.code as subject, r.revision, r.body ->> 'recordedBy' as recorded_by
            from unnest(:subjects::text[], :revisions::text[]) as asked (subject, revision)
            join activity_revision r
                on r.code = asked.subject and r.revision = asked.revision::int
            where r.body ->> 'recordedBy' is not null
            """;

    private final Jdbi jdbi;

    RevisionAuthors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Two statements, however many revisions.
    Authors of(List<Known> known) {
        List<Key> completions =
                known.stream()
                        .filter(Known.OfCompletion.class::isInstance)
                        .map(Known.OfCompletion.class::cast)
                        .map(it -> new Key(it.id().value(), it.revision().number()))
                        .toList();
        List<Key> activities =
                known.stream()
                        .filter(Known.OfActivity.class::isInstance)
                        .map(Known.OfActivity.class::cast)
                        .map(it -> new Key(it.code().value(), it.revision().number()))
                        .toList();
        return new Authors(read(OF_COMPLETIONS, completions), read(OF_ACTIVITIES, activities));
    }

    private Map<Key, String> read(String sql, List<Key> keys) {
        Map<Key, String> authors = new HashMap<>();
        if (keys.isEmpty()) {
            return authors;
        }
        jdbi.useHandle(
                handle ->
                        handle.createQuery(sql)
                                .bind("subjects", Columns.of(keys, Key::subject))
                                .bind("revisions", Columns.of(keys, Key::revision))
                                .map(
                                        (row, _) ->
                                                Map.entry(
                                                        new Key(
                                                                row.getString("subject"),
                                                                row.getInt("revision")),
                                                        row.getString("recorded_by")))
                                .forEach(entry -> authors.put(entry.getKey(), entry.getValue())));
        return authors;
    }
}
