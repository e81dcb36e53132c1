package cme.compliance.evidence;

import cme.chassis.database.Columns;
import cme.chassis.database.QueryPlans;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.Completion;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
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
                 patient_safety, poster, recorded_at, recorded_by, session)
            select completion, revision::int, diplomate, status, activity, title, completed::date,
                credits::numeric, safety::numeric, poster, recorded_at::timestamptz, recorded_by,
                session
            from unnest(
                :ids::text[], :revisions::text[], :diplomates::text[], :statuses::text[],
                :activities::text[], :titles::text[], :completed::text[], :credits::text[],
                :safety::text[], :posters::text[], :times::text[], :authors::text[],
                :sessions::text[])
                as r (completion, revision, diplomate, status, activity, title, completed, credits,
                      safety, poster, recorded_at, recorded_by, session)
            order by completion collate "C", revision
            on conflict do nothing
            """;

    /// All revisions of the completions that these diplomates have or had. Days, quarters and
    /// microseconds are numbers, which need no parsing.
    private static final String OF =
            """
            select completion, diplomate_id, revision, status, activity, title,
                   completed_on - date '1970-01-01', (credits * 4)::int, (patient_safety * 4)::int,
                   poster, (extract(epoch from recorded_at) * 1000000)::bigint, session
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
                from shared join completion_revision r using (completion)),
            noted as (
                insert into completion_moved select * from moved order by 1, 2
                on conflict do nothing)
            select distinct diplomate_id from moved
            """;

    private static final String WITH_ACTIVITY =
            """
            select distinct r.diplomate_id from completion_revision r
            where r.activity = any(:codes)
              and not exists (
                  select from completion_revision later
                  where later.completion = r.completion and later.revision > r.revision)
            """;

    void add(Handle transaction, List<CompletionEvent> events) {
        QueryPlans.planEachTime(transaction);
        transaction
                .createUpdate(ADD)
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
                .execute();
    }

    /// Notes which of the completions more than one diplomate has or had.
    ///
    /// A later revision moves a completion, and at least one of its two copies comes after the
    /// first revision, so several first revisions alone need no look. A single one may be a dead
    /// letter that is tried again after its successors.
    ///
    /// @return those diplomates
    List<DiplomateId> noteMoved(Handle transaction, List<CompletionEvent> events) {
        if (events.size() > 1 && events.stream().allMatch(event -> event.revision() == 1)) {
            return List.of();
        }
        return transaction
                .createQuery(NOTE_MOVED)
                .bind("completions", Columns.of(events, CompletionEvent::id))
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }

    /// The completions of each diplomate, with all revisions. Diplomates without any are left out.
    public Map<DiplomateId, List<Completion>> of(
            Handle handle, Collection<DiplomateId> diplomates) {
        Map<String, CompletionHistory> histories = new HashMap<>();
        handle.createQuery(OF)
                .bind("ids", Diplomates.array(diplomates))
                .map((row, _) -> CompletionHistory.Entry.of(row))
                .forEach(
                        entry ->
                                histories
                                        .computeIfAbsent(entry.completion(), CompletionHistory::new)
                                        .add(entry));
        Set<String> asked = diplomates.stream().map(DiplomateId::value).collect(Collectors.toSet());
        return CompletionHistory.byDiplomate(histories.values(), asked);
    }

    /// The diplomates with a completion whose current revision names one of the activities.
    public List<DiplomateId> diplomatesWith(Handle handle, Collection<String> activities) {
        return handle.createQuery(WITH_ACTIVITY)
                .bind("codes", activities.toArray(String[]::new))
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }
}
