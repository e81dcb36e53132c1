package cme.compliance.merge;

import cme.chassis.database.Columns;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Stores the revisions of numbers.
@Singleton
class MergeRevisions {

    /// One revision of a number.
    record Key(String number, int revision) {}

    private static final String ADD =
            """
            insert into merge_revision (diplomate_id, revision, merged_into, recorded_at, recorded_by)
            select number, revision::int, merged_into, at::timestamptz, recorded_by
            from unnest(:numbers::text[], :revisions::text[], :targets::text[], :times::text[],
                        :authors::text[]) as m (number, revision, merged_into, at, recorded_by)
            order by 1, 2
            on conflict do nothing
            returning diplomate_id, revision
            """;

    /// A revision concerns the number itself and all that it was ever merged into.
    private static final String NOTE_LATE =
            """
            with added as (
                select m.diplomate_id as number, m.revision, m.recorded_at
                from unnest(:numbers::text[], :revisions::text[]) as a (number, revision)
                join merge_revision m
                    on m.diplomate_id = a.number and m.revision = a.revision::int),
            concerned as (
                select number as diplomate_id, added.* from added
                union
                select person, added.* from added join ever_merged using (number)),
            judged as (
                select c.*, late_since(
                    c.recorded_at, d.answered_until, d.told_until, null) as since
                from concerned c join diplomate d using (diplomate_id))
            insert into late_revision
            select diplomate_id, 'MERGE', number, revision, since from judged
            where since is not null
            on conflict do nothing
            """;

    private static final String IN_FORCE =
            """
            select distinct on (diplomate_id) diplomate_id, merged_into from merge_revision
            where diplomate_id = any(:numbers)
            order by diplomate_id, revision desc
            """;

    private static final String STORED =
            """
            select diplomate_id, revision from merge_revision where diplomate_id = any(:numbers)
            """;

    /// Stores revisions.
    ///
    /// @return those that are new
    List<Key> store(Handle transaction, List<MergeEvent> events) {
        return transaction
                .createQuery(ADD)
                .bind("numbers", Columns.of(events, MergeEvent::diplomateId))
                .bind("revisions", Columns.of(events, MergeEvent::revision))
                .bind("targets", Columns.of(events, MergeEvent::mergedInto))
                .bind("times", Columns.of(events, MergeEvent::recordedAt))
                .bind("authors", Columns.of(events, MergeEvent::recordedBy))
                .map((row, _) -> new Key(row.getString(1), row.getInt(2)))
                .list();
    }

    /// Notes for whom new revisions are late. The transaction holds the locks of all whom they
    /// concern.
    void noteLate(Handle transaction, List<Key> added) {
        if (!added.isEmpty()) {
            transaction
                    .createUpdate(NOTE_LATE)
                    .bind("numbers", Columns.of(added, Key::number))
                    .bind("revisions", Columns.of(added, Key::revision))
                    .execute();
        }
    }

    Set<Key> stored(Handle handle, Collection<String> numbers) {
        return handle.createQuery(STORED)
                .bind("numbers", numbers.toArray(String[]::new))
                .map((row, _) -> new Key(row.getString(1), row.getInt(2)))
                .collect(Collectors.toSet());
    }

    /// The numbers into which some of these are merged; those of their own are missing.
    Map<DiplomateId, DiplomateId> inForce(Handle handle, Collection<DiplomateId> numbers) {
        Map<DiplomateId, DiplomateId> inForce = new HashMap<>();
        handle.createQuery(IN_FORCE)
                .bind("numbers", Diplomates.array(numbers))
                .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
                .forEach(
                        row -> {
                            if (row[1] != null) {
                                inForce.put(new DiplomateId(row[0]), new DiplomateId(row[1]));
                            }
                        });
        return inForce;
    }
}
