package cme.compliance.worklist;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.dateOrNull;

import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import cme.compliance.rules.State;
import cme.compliance.rules.Unit;
import cme.compliance.status.Summaries;
import cme.compliance.worklist.WorklistEntry.FindingEntry;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lists the stored answers, by diplomate: that order does not move while pages are turned.
@Singleton
class Worklist {

    private static final String PAGE =
            """
            select s.diplomate_id, s.as_of, s.rule_set, s.pathway, s.standing, s.summary,
                   s.next_deadline, s.next_change_on
            from status s
            where s.diplomate_id > :after%s
            order by s.diplomate_id limit :limit
            """;

    private static final String FINDINGS =
            """
            select * from finding f where f.diplomate_id = any(:ids) and %s
            order by f.diplomate_id, f.due_year, f.requirement
            """;

    private final Jdbi jdbi;
    private final Summaries summaries;
    private final BoardClock clock;

    Worklist(Jdbi jdbi, Summaries summaries, BoardClock clock) {
        this.jdbi = jdbi;
        this.summaries = summaries;
        this.clock = clock;
    }

    /// @param after id of the last diplomate seen, empty for the first page
    List<WorklistEntry> page(WorklistFilter filter, String after, int limit) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> {
                    var rows = rows(handle, filter, after, limit);
                    var ids = rows.stream().map(Row::id).toList();
                    var findings = findings(handle, filter, ids);
                    var today = clock.today();
                    var stale = rows.stream().filter(r -> !r.asOf().equals(today)).toList();
                    var sentences =
                            summaries.ofToday(
                                    handle,
                                    stale.stream().map(r -> new DiplomateId(r.id())).toList());
                    return rows.stream()
                            .map(
                                    row ->
                                            row.entry(
                                                    today,
                                                    sentences,
                                                    findings.getOrDefault(row.id(), List.of())))
                            .toList();
                });
    }

    /// A stored answer.
    ///
    /// @param entry with the sentence of the day it was made
    private record Row(String id, LocalDate asOf, WorklistEntry entry) {

        static Row of(ResultSet row) throws SQLException {
            var id = row.getString("diplomate_id");
            var asOf = date(row, "as_of");
            var entry =
                    new WorklistEntry(
                            id,
                            asOf,
                            row.getString("rule_set"),
                            Pathway.valueOf(row.getString("pathway")),
                            Standing.valueOf(row.getString("standing")),
                            row.getString("summary"),
                            dateOrNull(row, "next_deadline"),
                            dateOrNull(row, "next_change_on"),
                            List.of());
            return new Row(id, asOf, entry);
        }

        WorklistEntry entry(
                LocalDate today, Map<DiplomateId, String> sentences, List<FindingEntry> findings) {
            return new WorklistEntry(
                    id,
                    today,
                    entry.ruleSet(),
                    entry.pathway(),
                    entry.standing(),
                    sentences.getOrDefault(new DiplomateId(id), entry.summary()),
                    entry.nextDeadline(),
                    entry.nextChangeOn(),
                    findings);
        }
    }

    private static List<Row> rows(Handle handle, WorklistFilter filter, String after, int limit) {
        var where = new StringBuilder();
        if (filter.standing() != null) {
            where.append(" and s.standing = :standing");
        }
        if (filter.selectsFindings()) {
            where.append(
                    " and exists (select from finding f where f.diplomate_id = s.diplomate_id and "
                            + filter.ofFinding()
                            + ")");
        }
        var query =
                handle.createQuery(PAGE.formatted(where)).bind("after", after).bind("limit", limit);
        if (filter.standing() != null) {
            query.bind("standing", filter.standing().name());
        }
        return bind(query, filter).map((row, _) -> Row.of(row)).list();
    }

    private static Map<String, List<FindingEntry>> findings(
            Handle handle, WorklistFilter filter, List<String> ids) {
        var found = new HashMap<String, List<FindingEntry>>();
        var query =
                handle.createQuery(FINDINGS.formatted(filter.ofFinding()))
                        .bind("ids", ids.toArray(String[]::new));
        bind(query, filter)
                .map((row, _) -> Map.entry(row.getString("diplomate_id"), finding(row)))
                .forEach(
                        f ->
                                found.computeIfAbsent(f.getKey(), _ -> new ArrayList<>())
                                        .add(f.getValue()));
        return found;
    }

    private static Query bind(Query query, WorklistFilter filter) {
        if (filter.requirement() != null) {
            query.bind("requirement", filter.requirement());
        }
        if (filter.state() != null) {
            query.bind("state", filter.state().name());
        }
        if (filter.dueBefore() != null) {
            query.bind("dueBefore", filter.dueBefore());
        }
        return query;
    }

    private static FindingEntry finding(ResultSet row) throws SQLException {
        return new FindingEntry(
                row.getString("requirement"),
                row.getInt("due_year"),
                date(row, "deadline"),
                State.valueOf(row.getString("state")),
                Unit.valueOf(row.getString("unit")),
                row.getBigDecimal("required"),
                row.getBigDecimal("earned"),
                row.getBigDecimal("remaining"));
    }
}
