package cme.compliance.diplomate;

import static cme.compliance.diplomate.Rows.instant;
import static cme.compliance.diplomate.Rows.utc;

import cme.chassis.database.Columns;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The instants that answers and readiness events have named as their known-at.
///
/// An answer names one while it holds the activities and the lock of the diplomate, as everything
/// does that takes in something about the diplomate. So a revision that comes in later finds the
/// instant, and is known only after it.
@Singleton
public class NamedInstants {

    /// The latest instants that were named about a diplomate; the epoch when none was.
    public record Latest(Instant answered, Instant told) {

        public static final Latest NONE = new Latest(Instant.EPOCH, Instant.EPOCH);

        public Instant any() {
            return answered.isAfter(told) ? answered : told;
        }
    }

    private static final String LATEST =
            """
            select diplomate_id, coalesce(answered_until, 'epoch') as answered,
                coalesce(told_until, 'epoch') as told
            from diplomate
            where diplomate_id = any(:ids) and (answered_until is not null or told_until is not null)
            """;

    private static final String ANSWERED =
            """
            update diplomate set answered_until = greatest(answered_until, :at)
            where diplomate_id = :id
            """;

    private static final String TOLD =
            """
            update diplomate d set told_until = greatest(d.told_until, t.at)
            from unnest(:ids::text[], :times::timestamptz[]) as t (diplomate_id, at)
            where d.diplomate_id = t.diplomate_id
            """;

    /// Diplomates about whom none was named are missing.
    public Map<DiplomateId, Latest> latest(Handle handle, Collection<DiplomateId> diplomates) {
        Map<DiplomateId, Latest> latest = new HashMap<>();
        handle.createQuery(LATEST)
                .bind("ids", Diplomates.array(diplomates))
                .map(
                        (row, _) ->
                                Map.entry(
                                        new DiplomateId(row.getString("diplomate_id")),
                                        new Latest(instant(row, "answered"), instant(row, "told"))))
                .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        return latest;
    }

    /// Notes that an answer names the instant.
    public void answered(Handle transaction, DiplomateId diplomate, Instant at) {
        transaction
                .createUpdate(ANSWERED)
                .bind("id", diplomate.value())
                .bind("at", utc(at))
                .execute();
    }

    /// Notes that readiness events name the instants.
    public void told(Handle transaction, Map<DiplomateId, Instant> told) {
        if (told.isEmpty()) {
            return;
        }
        List<Map.Entry<DiplomateId, Instant>> entries = List.copyOf(told.entrySet());
        transaction
                .createUpdate(TOLD)
                .bind("ids", Columns.of(entries, Map.Entry::getKey))
                .bind("times", Columns.of(entries, e -> utc(e.getValue())))
                .execute();
    }
}
