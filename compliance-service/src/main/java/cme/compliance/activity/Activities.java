package cme.compliance.activity;

import cme.chassis.database.Columns;
import cme.chassis.json.StrictJson;
import cme.compliance.rules.Activity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The copy of the catalog. It is small and read all the time, so each instance keeps it in memory
/// and reads it again when its version number has grown.
@Singleton
public class Activities {

    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final String ADD =
            """
            insert into activity_revision (code, revision, body, recorded_at)
            select code, revision::int, body::jsonb, recorded_at::timestamptz
            from unnest(:codes::text[], :revisions::text[], :bodies::text[], :times::text[])
                as r (code, revision, body, recorded_at)
            order by 1, 2
            on conflict do nothing
            returning code
            """;

    private volatile @Nullable ActivityCopy copy;

    /// Stores new revisions and lets every instance read the copy again.
    ///
    /// @return the codes of their activities
    List<String> add(Handle transaction, List<ActivityEvent> events) {
        List<String> added = store(transaction, events);
        if (!added.isEmpty()) {
            changed(transaction);
        }
        return added;
    }

    /// Stores new revisions for a copy that is not in use yet.
    ///
    /// @return the codes of their activities
    List<String> store(Handle transaction, List<ActivityEvent> events) {
        return transaction
                .createQuery(ADD)
                .bind("codes", Columns.of(events, ActivityEvent::code))
                .bind("revisions", Columns.of(events, ActivityEvent::revision))
                .bind("bodies", Columns.of(events, Activities::written))
                .bind("times", Columns.of(events, ActivityEvent::recordedAt))
                .mapTo(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /// Lets every instance read the copy again.
    void changed(Handle transaction) {
        transaction.execute("update activity_copy set version = version + 1");
    }

    /// The current copy.
    public ActivityCopy current(Handle handle) {
        long version =
                handle.createQuery("select version from activity_copy").mapTo(Long.class).one();
        ActivityCopy held = copy;
        if (held != null && held.version() == version) {
            return held;
        }
        var read = new ActivityCopy(version, read(handle));
        if (held == null || held.version() < version) {
            copy = read;
        }
        return read;
    }

    private static Map<Activity.Code, ActivityCopy.Listed> read(Handle handle) {
        Map<Activity.Code, List<ActivityEvent>> events = new HashMap<>();
        handle.createQuery("select body::text from activity_revision order by code, revision")
                .mapTo(String.class)
                .map(Activities::parsed)
                .forEach(
                        event ->
                                events.computeIfAbsent(event.activityCode(), _ -> new ArrayList<>())
                                        .add(event));
        Map<Activity.Code, ActivityCopy.Listed> listed = HashMap.newHashMap(events.size());
        events.forEach((code, all) -> listed.put(code, listed(code, all)));
        return listed;
    }

    /// @param revisions at least one, in the order of their numbers
    private static ActivityCopy.Listed listed(Activity.Code code, List<ActivityEvent> revisions) {
        ActivityEvent latest = revisions.getLast();
        return new ActivityCopy.Listed(
                new Activity(code, revisions.stream().map(ActivityEvent::forRules).toList()),
                latest.url(),
                latest.duration());
    }

    private static String written(ActivityEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The activity cannot be written as JSON", e);
        }
    }

    private static ActivityEvent parsed(String body) {
        try {
            return JSON.readValue(body, ActivityEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored activity cannot be read", e);
        }
    }
}
