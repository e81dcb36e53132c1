package cme.compliance.calendar;

import static cme.compliance.diplomate.Rows.instant;
import static cme.compliance.diplomate.Rows.utc;

import cme.chassis.database.Columns;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The versions of calendar events that were given out.
@Singleton
class CalendarEvents {

    record Key(String requirement, int dueYear) {

        static Key of(DeadlineEvent event) {
            return new Key(event.requirement(), event.dueYear());
        }
    }

    /// @param sequence 0 for the first version of an event
    record Version(String digest, int sequence, Instant changedAt) {}

    private static final String OF =
            """
            select requirement, due_year, digest, sequence, changed_at from calendar_event
            where diplomate_id = :id
            """;

    /// Two readers that see the same change count it once.
    private static final String COUNT =
            """
            insert into calendar_event as e
                (diplomate_id, requirement, due_year, digest, sequence, changed_at)
            select :id, requirement, due_year::int, digest, 0, :now
            from unnest(:requirements::text[], :dueYears::text[], :digests::text[])
                as n (requirement, due_year, digest)
            order by requirement, due_year
            on conflict (diplomate_id, requirement, due_year) do update set
                digest = excluded.digest, sequence = e.sequence + 1,
                changed_at = excluded.changed_at
            where e.digest <> excluded.digest
            """;

    /// The version of each event; those that differ from what was given out get a new one.
    Map<Key, Version> versionsOf(
            Handle transaction, DiplomateId diplomate, List<DeadlineEvent> events, Instant now) {
        Map<Key, Version> known = of(transaction, diplomate);
        List<DeadlineEvent> changed =
                events.stream()
                        .filter(
                                event -> {
                                    Version last = known.get(Key.of(event));
                                    return last == null || !last.digest().equals(event.digest());
                                })
                        .toList();
        if (changed.isEmpty()) {
            return known;
        }
        transaction
                .createUpdate(COUNT)
                .bind("id", diplomate.value())
                .bind("now", utc(now))
                .bind("requirements", Columns.of(changed, DeadlineEvent::requirement))
                .bind("dueYears", Columns.of(changed, DeadlineEvent::dueYear))
                .bind("digests", Columns.of(changed, DeadlineEvent::digest))
                .execute();
        return of(transaction, diplomate);
    }

    private static Map<Key, Version> of(Handle handle, DiplomateId diplomate) {
        Map<Key, Version> versions = new HashMap<>();
        handle.createQuery(OF)
                .bind("id", diplomate.value())
                .map(
                        (row, _) ->
                                Map.entry(
                                        new Key(
                                                row.getString("requirement"),
                                                row.getInt("due_year")),
                                        new Version(
                                                row.getString("digest"),
                                                row.getInt("sequence"),
                                                instant(row, "changed_at"))))
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        return versions;
    }
}
