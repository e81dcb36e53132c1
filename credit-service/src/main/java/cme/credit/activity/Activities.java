package cme.credit.activity;

import cme.chassis.database.Columns;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// This service's copy of the catalog's activities.
@Singleton
public final class Activities {
    private static final String FIND = "select * from activity where code = any(:codes)";

    private static final String PUT =
            """
            insert into activity
            select * from unnest(
                :codes::text[], :titles::text[], :providers::text[], :credits::numeric[], :safety::numeric[],
                :from::date[], :until::date[], :statuses::text[], :revisions::bigint[])
            on conflict (code) do update set
                title = excluded.title, provider = excluded.provider, credits = excluded.credits,
                patient_safety_credits = excluded.patient_safety_credits, offered_from = excluded.offered_from,
                offered_until = excluded.offered_until, status = excluded.status, revision = excluded.revision
            where activity.revision < excluded.revision
            """;

    /// Finds the known activities among the codes, by code.
    public Map<String, Activity> find(Handle handle, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        Map<String, Activity> found = new HashMap<>();
        handle.createQuery(FIND)
                .bind("codes", codes.toArray(String[]::new))
                .map((row, _) -> activity(row))
                .forEach(activity -> found.put(activity.code(), activity));
        return found;
    }

    /// Stores activities that are newer than the stored ones; order and repetition do not matter.
    void put(Handle transaction, List<Activity> activities) {
        Map<String, Activity> newest = new HashMap<>();
        for (Activity activity : activities) {
            newest.merge(activity.code(), activity, (a, b) -> a.revision() > b.revision() ? a : b);
        }
        List<Activity> distinct = newest.values().stream().toList();
        transaction
                .createUpdate(PUT)
                .bind("codes", Columns.of(distinct, Activity::code))
                .bind("titles", Columns.of(distinct, Activity::title))
                .bind("providers", Columns.of(distinct, Activity::provider))
                .bind("credits", Columns.of(distinct, Activity::credits))
                .bind("safety", Columns.of(distinct, Activity::patientSafetyCredits))
                .bind("from", Columns.of(distinct, Activity::offeredFrom))
                .bind("until", Columns.of(distinct, Activity::offeredUntil))
                .bind("statuses", Columns.of(distinct, Activity::status))
                .bind("revisions", Columns.of(distinct, Activity::revision))
                .execute();
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getString("code"),
                row.getString("title"),
                row.getString("provider"),
                row.getBigDecimal("credits"),
                row.getBigDecimal("patient_safety_credits"),
                row.getObject("offered_from", LocalDate.class),
                row.getObject("offered_until", LocalDate.class),
                Activity.Status.valueOf(row.getString("status")),
                row.getLong("revision"));
    }
}
