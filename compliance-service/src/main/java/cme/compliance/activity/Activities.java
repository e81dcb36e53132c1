package cme.compliance.activity;

import cme.chassis.database.Columns;
import cme.chassis.json.StrictJson;
import cme.compliance.rules.Activity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
            returning code, revision
            """;

    /// A revision concerns all who have or had a completion of the activity. The catalog is the
    /// same for everybody, so it is known to all after the last answer to one of them.
    private static final String NOTE_LATE =
            """
            with concerned as (
                select a.code, a.revision, a.recorded_at, r.diplomate_id
                from unnest(:codes::text[], :revisions::text[]) as n (code, revision)
                join activity_revision a on a.code = n.code and a.revision = n.revision::int
                join completion_revision r on r.activity = a.code),
            everybody as (
                select * from concerned
                union
                select code, revision, recorded_at, person
                from concerned join ever_merged on number = diplomate_id)
            insert into late_activity_revision
            select e.code, e.revision, max(late_since(
                e.recorded_at, d.answered_until, d.told_until, cycle.recorded_at))
            from everybody e
            join diplomate d using (diplomate_id)
            left join cycle_revision cycle
                on cycle.diplomate_id = e.diplomate_id and cycle.revision = 1
            group by 1, 2
            having max(late_since(
                e.recorded_at, d.answered_until, d.told_until, cycle.recorded_at)) is not null
            on conflict do nothing
            """;

    private static final String READ =
            """
            select a.body::text as body, late.known_since
            from activity_revision a
            left join late_activity_revision late using (code, revision)
            order by a.code, a.revision
            """;

    /// One revision of an activity.
    record Key(String code, int revision) {}

    private volatile @Nullable ActivityCopy copy;

    /// Stores new revisions, notes which of them are late, and lets every instance read the copy
    /// again. The transaction keeps assessments out.
    ///
    /// @return the codes of their activities
    List<String> add(Handle transaction, List<ActivityEvent> events) {
        List<Key> added = store(transaction, events);
        if (!added.isEmpty()) {
            noteLate(transaction, added);
            changed(transaction);
        }
        return added.stream().map(Key::code).distinct().toList();
    }

    void noteLate(Handle transaction, List<Key> added) {
        transaction
                .createUpdate(NOTE_LATE)
                .bind("codes", Columns.of(added, Key::code))
                .bind("revisions", Columns.of(added, Key::revision))
                .execute();
    }

    /// The stored revisions of some activities.
    Set<Key> stored(Handle handle, Set<String> codes) {
        return handle.createQuery(
                        "select code, revision from activity_revision where code = any(:codes)")
                .bind("codes", codes.toArray(String[]::new))
                .map((row, _) -> new Key(row.getString(1), row.getInt(2)))
                .collect(Collectors.toSet());
    }

    /// Stores new revisions for a copy that is not in use yet.
    ///
    /// @return those that are new
    List<Key> store(Handle transaction, List<ActivityEvent> events) {
        return transaction
                .createQuery(ADD)
                .bind("codes", Columns.of(events, ActivityEvent::code))
                .bind("revisions", Columns.of(events, ActivityEvent::revision))
                .bind("bodies", Columns.of(events, Activities::written))
                .bind("times", Columns.of(events, ActivityEvent::recordedAt))
                .map((row, _) -> new Key(row.getString(1), row.getInt(2)))
                .list();
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
        Map<Activity.Code, List<Known>> known = new HashMap<>();
        handle.createQuery(READ)
                .map((row, _) -> Known.of(row))
                .forEach(
                        revision ->
                                known.computeIfAbsent(
                                                revision.event().activityCode(),
                                                _ -> new ArrayList<>())
                                        .add(revision));
        Map<Activity.Code, ActivityCopy.Listed> listed = HashMap.newHashMap(known.size());
        known.forEach((code, all) -> listed.put(code, listed(code, all)));
        return listed;
    }

    /// @param revisions at least one, in the order of their numbers
    private static ActivityCopy.Listed listed(Activity.Code code, List<Known> revisions) {
        ActivityEvent latest = revisions.getLast().event();
        return new ActivityCopy.Listed(
                new Activity(code, revisions.stream().map(Known::forRules).toList()),
                latest.url(),
                latest.duration());
    }

    /// @param since the instant since which the revision is known here
    private record Known(ActivityEvent event, Instant since) {

        static Known of(ResultSet row) throws SQLException {
            ActivityEvent event = parsed(row.getString("body"));
            OffsetDateTime late = row.getObject("known_since", OffsetDateTime.class);
            return new Known(event, late == null ? event.recordedAt() : late.toInstant());
        }

        Activity.Revision forRules() {
            return event.forRules(since);
        }
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
