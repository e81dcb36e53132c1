package cme.compliance.evidence;

import cme.chassis.database.Columns;
import cme.chassis.database.QueryPlans;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads and writes the revisions of completions in bulk.
@Singleton
public class Evidence {

    /// Values are cast row by row, because casting an array would copy it first. Rows are inserted
    /// in the order of the key, so that two transactions with the same revisions never deadlock.
    /// Rows that exist already stay as they are.
    private static final String ADD =
            """
            insert into completion_revision
                (completion, revision, diplomate_id, status, activity, title, completed_on, credits,
                 patient_safety, poster, recorded_at, recorded_by, session, merge)
            select completion, revision::int, diplomate, status, activity, title, completed::date,
                credits::numeric, safety::numeric, poster, recorded_at::timestamptz, recorded_by,
                session, merge
            from unnest(
                :ids::text[], :revisions::text[], :diplomates::text[], :statuses::text[],
                :activities::text[], :titles::text[], :completed::text[], :credits::text[],
                :safety::text[], :posters::text[], :times::text[], :authors::text[],
                :sessions::text[], :merges::text[])
                as r (completion, revision, diplomate, status, activity, title, completed, credits,
                      safety, poster, recorded_at, recorded_by, session, merge)
            order by completion collate "C", revision
            on conflict do nothing
            returning completion, revision
            """;

    /// All revisions of the completions that these diplomates have or had. Days, quarters and
    /// microseconds are numbers, which need no parsing.
    private static final String OF =
            """
            select completion, diplomate_id, revision, status, activity, title,
                   completed_on - date '1970-01-01', (credits * 4)::int, (patient_safety * 4)::int,
                   poster, (extract(epoch from recorded_at) * 1000000)::bigint, session,
                   merge
            from (
                select * from completion_revision where diplomate_id = any(:ids)
                union all
                select r.* from completion_revision r
                join (
                    select distinct completion from completion_moved
                    where diplomate_id = any(:ids)) as moved using (completion)
                where r.diplomate_id <> all(:ids)) as revision
            order by completion collate "C", revision
            """;

    /// A revision that moves a completion is received twice, once under each diplomate's key. At
    /// the latest the second time, all revisions are stored and the move is found.
    private static final String NOTE_MOVED =
            """
            with shared as (
                select r.completion
                from unnest(:completions::text[]) as received (completion)
                join completion_revision r using (completion)
                group by r.completion having min(r.diplomate_id) <> max(r.diplomate_id)),
            moved as (
                select distinct r.diplomate_id, r.completion
                from shared join completion_revision r using (completion))
            insert into completion_moved select * from moved order by 1, 2
            on conflict do nothing
            """;

    /// A diplomate who has lost a completion still sees it as it was, with the activity.
    private static final String WITH_ACTIVITY =
            """
            select diplomate_id from completion_revision where activity = any(:codes)
            union
            select person from completion_revision join ever_merged on number = diplomate_id
            where activity = any(:codes)
            """;

    /// Those who had the completions before, and those into whom they were ever merged.
    private static final String CONCERNED =
            """
            with named as (
                select id from unnest(:ids::text[]) as id
                union
                select diplomate_id from completion_revision where completion = any(:completions))
            select id from named
            union
            select person from named join ever_merged on number = id
            """;

    /// A revision concerns everybody who has or had the completion. For each of them it may be
    /// late.
    private static final String NOTE_LATE =
            """
            with ever as materialized (select number, person from ever_merged),
            seen as materialized (
                select a.completion, a.revision::int, r.diplomate_id,
                    max(r.recorded_at) filter (where r.revision = a.revision::int)
                        over (partition by a.completion, a.revision) as recorded_at
                from unnest(:ids::text[], :revisions::text[]) as a (completion, revision)
                join completion_revision r using (completion)),
            concerned as (
                select completion, revision, recorded_at, diplomate_id from seen
                union
                select completion, revision, recorded_at, ever.person
                from seen join ever on ever.number = seen.diplomate_id),
            judged as (
                select c.*, late_since(
                    c.recorded_at, d.answered_until, d.told_until, cycle.recorded_at) as since
                from concerned c
                join diplomate d using (diplomate_id)
                left join cycle_revision cycle
                    on cycle.diplomate_id = c.diplomate_id and cycle.revision = 1
                where d.answered_until is not null or d.told_until is not null)
            insert into late_revision
            select diplomate_id, 'COMPLETION', completion, revision, since from judged
            where since is not null
            on conflict do nothing
            """;

    /// The revisions that are stored, of those that concern the diplomates.
    private static final String STORED =
            """
            select completion, revision from completion_revision where diplomate_id = any(:ids)
            """;

    /// One revision of a completion.
    record Key(String completion, int revision) {}

    /// Stores revisions, and notes for whom they are late.
    void add(Handle transaction, List<CompletionEvent> events) {
        noteLate(transaction, store(transaction, events));
    }

    /// Stores revisions for a copy that is not in use yet.
    ///
    /// @return those that are new
    List<Key> store(Handle transaction, List<CompletionEvent> events) {
        QueryPlans.planEachTime(transaction);
        return transaction
                .createQuery(ADD)
                .bind("ids", Columns.of(events, CompletionEvent::id))
                .bind("revisions", Columns.of(events, CompletionEvent::revision))
                .bind("diplomates", Columns.of(events, CompletionEvent::diplomateId))
                .bind("statuses", Columns.of(events, CompletionEvent::status))
                .bind("activities", Columns.of(events, CompletionEvent::activity))
                .bind("titles", Columns.of(events, CompletionEvent::title))
                .bind("completed", Columns.of(events, CompletionEvent::completedOn))
                .bind("credits", Columns.of(events, CompletionEvent::credits))
                .bind("safety", Columns.of(events, CompletionEvent::patientSafetyCredits))
                .bind("posters", Columns.of(events, CompletionEvent::poster))
                .bind("times", Columns.of(events, CompletionEvent::recordedAt))
                .bind("authors", Columns.of(events, CompletionEvent::recordedBy))
                .bind("sessions", Columns.of(events, CompletionEvent::session))
                .bind("merges", Columns.of(events, CompletionEvent::merge))
                .map((row, _) -> new Key(row.getString(1), row.getInt(2)))
                .list();
    }

    /// The transaction holds the locks of all whom the revisions concern.
    void noteLate(Handle transaction, List<Key> added) {
        if (!added.isEmpty()) {
            transaction
                    .createUpdate(NOTE_LATE)
                    .bind("ids", Columns.of(added, Key::completion))
                    .bind("revisions", Columns.of(added, Key::revision))
                    .execute();
        }
    }

    /// The stored revisions that name one of the diplomates.
    Set<Key> stored(Handle handle, Collection<String> diplomates) {
        return handle.createQuery(STORED)
                .bind("ids", diplomates.toArray(String[]::new))
                .map((row, _) -> new Key(row.getString(1), row.getInt(2)))
                .collect(Collectors.toSet());
    }

    /// The diplomates whom the events concern; those who had the completions before are among them.
    Set<DiplomateId> concerned(Handle handle, List<ReceivedCompletion> received) {
        Set<String> ids = new HashSet<>();
        for (ReceivedCompletion completion : received) {
            ids.add(completion.key().value());
            ids.add(completion.event().diplomateId());
        }
        List<CompletionEvent> events = received.stream().map(ReceivedCompletion::event).toList();
        String[] known =
                areAllNew(events)
                        ? new String[0]
                        : events.stream().map(CompletionEvent::id).toArray(String[]::new);
        return handle.createQuery(CONCERNED)
                .bind("ids", ids.toArray(String[]::new))
                .bind("completions", known)
                .mapTo(String.class)
                .map(DiplomateId::new)
                .collect(Collectors.toSet());
    }

    /// Several first revisions alone tell nothing about completions that are stored. A single one
    /// may be a dead letter that is tried again after its successors.
    private static boolean areAllNew(List<CompletionEvent> events) {
        return events.size() > 1 && events.stream().allMatch(event -> event.revision() == 1);
    }

    /// Notes which of the completions more than one diplomate has or had.
    void noteMoved(Handle transaction, List<CompletionEvent> events) {
        if (!areAllNew(events)) {
            transaction
                    .createUpdate(NOTE_MOVED)
                    .bind("completions", Columns.of(events, CompletionEvent::id))
                    .execute();
        }
    }

    /// The histories of all completions that these diplomates have or had.
    public List<CompletionHistory> of(Handle handle, Collection<DiplomateId> diplomates) {
        Map<String, CompletionHistory> histories = new HashMap<>();
        handle.createQuery(OF)
                .bind("ids", Diplomates.array(diplomates))
                .map((row, _) -> CompletionHistory.Entry.of(row))
                .forEach(
                        entry ->
                                histories
                                        .computeIfAbsent(entry.completion(), CompletionHistory::new)
                                        .add(entry));
        return List.copyOf(histories.values());
    }

    /// The diplomates with a completion that names or named one of the activities.
    public List<DiplomateId> diplomatesWith(Handle handle, Collection<String> activities) {
        return handle.createQuery(WITH_ACTIVITY)
                .bind("codes", activities.toArray(String[]::new))
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }
}
