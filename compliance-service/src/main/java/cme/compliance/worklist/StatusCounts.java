package cme.compliance.worklist;

import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Standing;
import cme.compliance.worklist.SummaryView.FindingCount;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Counts the stored statuses and findings.
@Singleton
class StatusCounts {

    /// The result contains every standing.
    Map<Standing, Long> byStanding(Handle handle) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0L);
        }
        handle.createQuery("select standing, count(*) as number from status group by standing")
                .map(
                        (row, _) ->
                                Map.entry(
                                        Standing.valueOf(row.getString("standing")),
                                        row.getLong("number")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    List<FindingCount> byFinding(Handle handle) {
        return handle.createQuery(
                        """
                        select requirement, due_year, state, count(*) as number from finding
                        group by requirement, due_year, state
                        order by requirement, due_year, state
                        """)
                .map(
                        (row, _) ->
                                new FindingCount(
                                        row.getString("requirement"),
                                        row.getInt("due_year"),
                                        State.valueOf(row.getString("state")),
                                        row.getLong("number")))
                .list();
    }
}
