package cme.compliance.worklist;

import cme.compliance.diplomate.Rows;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import cme.compliance.worklist.SummaryView.DeadlineCount;
import cme.compliance.worklist.SummaryView.FindingCount;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Counts the statuses and findings: as they are stored, or as they were told at the end of an
/// earlier day.
@Singleton
class StatusCounts {

    private static final String STORED_STANDINGS =
            "select standing, count(*) as number from status group by standing";

    private static final String STORED_FINDINGS =
            """
            select requirement, due_year, deadline, state, count(*) as number,
                count(distinct diplomate_id) as diplomates
            from finding
            group by grouping sets ((requirement, due_year, state), (deadline, state))
            order by requirement, due_year, deadline, state
            """;

    /// The last event of each diplomate before the instant, unless there was no answer any more.
    private static final String TOLD =
            """
            with latest as (
                select distinct on (key) key, seq, payload from event_log
                where type = 'cme.compliance.readiness.changed' and recorded_at < :until
                order by key, seq desc),
            told as (
                select key, payload from latest
                where not exists (
                    select from status_removal
                    where diplomate_id = key and after_event = seq and removed_at < :until))
            """;

    private static final String TOLD_STANDINGS =
            TOLD
                    + "select payload ->> 'standing' as standing, count(*) as number from told"
                    + " group by 1";

    private static final String TOLD_FINDINGS =
            TOLD
                    + """
                    select requirement, due_year, deadline, state, count(*) as number,
                        count(distinct key) as diplomates
                    from (
                        select key, f ->> 'requirement' as requirement, (f ->> 'dueYear')::int as due_year,
                            (f ->> 'deadline')::date as deadline, f ->> 'state' as state
                        from told cross join jsonb_array_elements(payload -> 'findings') as f) as found
                    group by grouping sets ((requirement, due_year, state), (deadline, state))
                    order by requirement, due_year, deadline, state
                    """;

    /// The counts of findings by requirement, due year and state, and by deadline and state.
    record Counted(List<FindingCount> findings, List<DeadlineCount> deadlines) {}

    /// The result contains every standing.
    ///
    /// @param until the end of an earlier day; null for what is stored
    Map<Standing, Long> byStanding(Handle handle, @Nullable Instant until) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0L);
        }
        query(handle, until, STORED_STANDINGS, TOLD_STANDINGS)
                .map(
                        (row, _) ->
                                Map.entry(
                                        Standing.valueOf(row.getString("standing")),
                                        row.getLong("number")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /// @param until the end of an earlier day; null for what is stored
    Counted byFinding(Handle handle, @Nullable Instant until) {
        List<FindingCount> findings = new ArrayList<>();
        List<DeadlineCount> deadlines = new ArrayList<>();
        query(handle, until, STORED_FINDINGS, TOLD_FINDINGS)
                .map(
                        (row, _) -> {
                            State state = State.valueOf(row.getString("state"));
                            String requirement = row.getString("requirement");
                            return requirement == null
                                    ? deadlines.add(
                                            new DeadlineCount(
                                                    Rows.date(row, "deadline"),
                                                    state,
                                                    row.getLong("number"),
                                                    row.getLong("diplomates")))
                                    : findings.add(
                                            new FindingCount(
                                                    requirement,
                                                    row.getInt("due_year"),
                                                    state,
                                                    row.getLong("number")));
                        })
                .forEach(_ -> {});
        return new Counted(findings, deadlines);
    }

    private static Query query(Handle handle, @Nullable Instant until, String stored, String told) {
        return until == null
                ? handle.createQuery(stored)
                : handle.createQuery(told).bind("until", until.atOffset(ZoneOffset.UTC));
    }
}
