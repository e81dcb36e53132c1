package cme.compliance.evidence;

import static cme.compliance.diplomate.Rows.utc;

import cme.chassis.database.QueryPlans;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.diplomate.Rows;
import cme.compliance.rules.Completion;
import cme.compliance.rules.DiplomateId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The revisions of completions, read and written in bulk.
@Singleton
public class Evidence {

    /// What is not text is cast row by row: to cast an array makes another array first. In the
    /// order of the key, so that two transactions with the same revisions never wait for each
    /// other; what is there already stays as it is.
    private static final String ADD =
            """
            insert into completion_revision
                (completion, revision, diplomate_id, status, activity, title, completed_on, credits,
                 patient_safety, poster, recorded_at)
            select completion, revision, diplomate, status, activity, title, completed::date,
                credits::numeric, safety::numeric, poster, recorded_at::timestamptz
            from unnest(
                :ids::text[], :revisions::int[], :diplomates::text[], :statuses::text[],
                :activities::text[], :titles::text[], :completed::text[], :credits::text[],
                :safety::text[], :posters::text[], :times::text[])
                as r (completion, revision, diplomate, status, activity, title, completed, credits,
                      safety, poster, recorded_at)
            order by completion collate "C", revision
            on conflict do nothing
            """;

    /// All revisions of what these diplomates have or had. Days, quarters and microseconds are
    /// numbers that need no parsing.
    private static final String OF =
            """
            select completion, diplomate_id, revision, status, activity, title,
                   completed_on - date '1970-01-01', (credits * 4)::int, (patient_safety * 4)::int,
                   poster, (extract(epoch from recorded_at) * 1000000)::bigint
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

    /// What was taken in twice, once under each key, is seen at the latest with the second: then
    /// all revisions are there.
    private static final String NOTE_MOVED =
            """
            with shared as (
                select r.completion
                from unnest(:completions::text[]) as told (completion)
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
                .bind("ids", texts(events, CompletionEvent::id))
                .bind("revisions", events.stream().mapToInt(CompletionEvent::revision).toArray())
                .bind("diplomates", texts(events, CompletionEvent::diplomateId))
                .bind("statuses", texts(events, CompletionEvent::status))
                .bind("activities", texts(events, CompletionEvent::activity))
                .bind("titles", texts(events, CompletionEvent::title))
                .bind("completed", texts(events, CompletionEvent::completedOn))
                .bind("credits", texts(events, CompletionEvent::credits))
                .bind("safety", texts(events, CompletionEvent::patientSafetyCredits))
                .bind("posters", texts(events, CompletionEvent::poster))
                .bind("times", texts(events, e -> utc(e.recordedAt())))
                .execute();
    }

    private static String[] texts(
            List<CompletionEvent> events, Function<CompletionEvent, @Nullable Object> value) {
        return events.stream().map(value).map(Rows::text).toArray(String[]::new);
    }

    /// Notes which of the completions more than one diplomate has or had.
    ///
    /// A completion moves by a later revision, which comes once under each key, at least one of
    /// them after the first revision: so where many first revisions come together, nobody needs to
    /// look. One that comes alone may be a dead letter, tried again after those that followed it.
    ///
    /// @return those diplomates
    List<DiplomateId> noteMoved(Handle transaction, List<CompletionEvent> events) {
        if (events.size() > 1 && events.stream().allMatch(event -> event.revision() == 1)) {
            return List.of();
        }
        return transaction
                .createQuery(NOTE_MOVED)
                .bind("completions", texts(events, CompletionEvent::id))
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }

    /// What each of the diplomates has, with all revisions; one who has nothing is missing.
    public Map<DiplomateId, List<Completion>> of(
            Handle handle, Collection<DiplomateId> diplomates) {
        var histories = new HashMap<String, CompletionHistory>();
        handle.createQuery(OF)
                .bind("ids", Diplomates.array(diplomates))
                .map((row, _) -> CompletionHistory.Entry.of(row))
                .forEach(
                        entry ->
                                histories
                                        .computeIfAbsent(entry.completion(), CompletionHistory::new)
                                        .add(entry));
        var asked = diplomates.stream().map(DiplomateId::value).collect(Collectors.toSet());
        return CompletionHistory.byDiplomate(histories.values(), asked);
    }

    /// Whom a change of these activities concerns: those whose completions name one now.
    public List<DiplomateId> diplomatesWith(Handle handle, Collection<String> activities) {
        return handle.createQuery(WITH_ACTIVITY)
                .bind("codes", activities.toArray(String[]::new))
                .mapTo(String.class)
                .map(DiplomateId::new)
                .list();
    }
}
