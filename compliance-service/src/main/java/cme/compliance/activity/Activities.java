package cme.compliance.activity;

import static cme.compliance.diplomate.Rows.utc;

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
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The copy of the catalog. It is small and read all the time, so each instance holds it in memory
/// and looks at a version number to see whether it is current.
@Singleton
public class Activities {

    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final String ADD =
            """
            insert into activity_revision (code, revision, body, recorded_at)
            select * from unnest(:codes::text[], :revisions::int[], :bodies::jsonb[],
                                 :times::timestamptz[])
            order by 1, 2
            on conflict do nothing
            returning code
            """;

    private volatile @Nullable ActivityCopy copy;

    /// Keeps revisions that are new.
    ///
    /// @return the codes of activities that something new became known of
    List<String> add(Handle transaction, List<ActivityEvent> events) {
        var added = store(transaction, events);
        if (!added.isEmpty()) {
            changed(transaction);
        }
        return added;
    }

    /// As [#add], and nobody is told.
    List<String> store(Handle transaction, List<ActivityEvent> events) {
        return transaction
                .createQuery(ADD)
                .bind("codes", texts(events, ActivityEvent::code))
                .bind("revisions", events.stream().mapToInt(ActivityEvent::revision).toArray())
                .bind("bodies", texts(events, Activities::written))
                .bind("times", texts(events, e -> utc(e.recordedAt()).toString()))
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

    /// The copy as the transaction sees it.
    public ActivityCopy current(Handle handle) {
        long version =
                handle.createQuery("select version from activity_copy").mapTo(Long.class).one();
        var held = copy;
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
        var revisions = new HashMap<Activity.Code, List<Activity.Revision>>();
        var urls = new HashMap<Activity.Code, String>();
        handle.createQuery("select body::text from activity_revision order by code, revision")
                .mapTo(String.class)
                .map(Activities::parsed)
                .forEach(
                        event -> {
                            revisions
                                    .computeIfAbsent(event.activityCode(), _ -> new ArrayList<>())
                                    .add(event.forRules());
                            urls.put(event.activityCode(), event.url());
                        });
        var listed = HashMap.<Activity.Code, ActivityCopy.Listed>newHashMap(revisions.size());
        revisions.forEach(
                (code, all) ->
                        listed.put(
                                code,
                                new ActivityCopy.Listed(new Activity(code, all), urls.get(code))));
        return listed;
    }

    private static String[] texts(
            List<ActivityEvent> events, Function<ActivityEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static String written(ActivityEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ActivityEvent parsed(String body) {
        try {
            return JSON.readValue(body, ActivityEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored activity cannot be read", e);
        }
    }
}
