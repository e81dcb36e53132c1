package cme.compliance.worklist;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.dateOrNull;

import cme.compliance.assessment.Summaries;
import cme.compliance.diplomate.Diplomates;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.Standing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Lists the stored statuses, page by page or those of some diplomates.
@Singleton
class Worklist {

    /// One statement reads diplomates and findings, so that both are of the same moment.
    private static final String PAGE =
            """
            with page as materialized (
                select s.diplomate_id, s.as_of, s.rule_set, s.pathway, s.standing, s.summary,
                       s.next_deadline, s.next_change_on
                from status s
                where %s and %s
                order by %s limit %d)
            select page.*, (
                select string_agg(f.listed, ',' order by f.due_year, f.requirement)
                from finding f where f.diplomate_id = page.diplomate_id and %s) as findings
            from page order by %s
            """;

    private static final String OF =
            """
            select s.diplomate_id, s.as_of, s.rule_set, s.pathway, s.standing, s.summary,
                   s.next_deadline, s.next_change_on, (
                select string_agg(f.listed, ',' order by f.due_year, f.requirement)
                from finding f where f.diplomate_id = s.diplomate_id) as findings
            from status s where s.diplomate_id = any(:ids)
            """;

    private final Jdbi jdbi;
    private final Summaries summaries;

    Worklist(Jdbi jdbi, Summaries summaries) {
        this.jdbi = jdbi;
        this.summaries = summaries;
    }

    /// @param after the place of the last diplomate on the page before
    List<WorklistEntry> page(
            WorklistFilter filter, WorklistSort sort, WorklistSort.Position after, int limit) {
        return ofToday(handle -> rows(handle, filter, sort, after, limit));
    }

    /// Those of the diplomates who have a status, in no order.
    List<WorklistEntry> of(Collection<DiplomateId> diplomates) {
        return ofToday(
                handle ->
                        handle.createQuery(OF)
                                .bind("ids", Diplomates.array(diplomates))
                                .map((row, _) -> entry(row))
                                .list());
    }

    private List<WorklistEntry> ofToday(Function<Handle, List<WorklistEntry>> read) {
        List<WorklistEntry> entries = jdbi.withHandle(read::apply);
        return entries.stream().anyMatch(this::isOfEarlierDay)
                ? withSummariesOfToday(read)
                : entries;
    }

    /// Summaries that count days are made for today, in the transaction that reads the rows.
    private List<WorklistEntry> withSummariesOfToday(Function<Handle, List<WorklistEntry>> read) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> {
                    List<WorklistEntry> entries = read.apply(handle);
                    List<DiplomateId> earlier =
                            entries.stream()
                                    .filter(this::isOfEarlierDay)
                                    .map(entry -> new DiplomateId(entry.diplomateId()))
                                    .toList();
                    Map<DiplomateId, Summaries.OfToday> texts = summaries.ofToday(handle, earlier);
                    return entries.stream()
                            .map(e -> e.with(texts.get(new DiplomateId(e.diplomateId()))))
                            .toList();
                });
    }

    private boolean isOfEarlierDay(WorklistEntry entry) {
        return summaries.isOfEarlierDay(new RuleSet.Id(entry.ruleSet()), entry.asOf());
    }

    private static WorklistEntry entry(ResultSet row) throws SQLException {
        String findings = row.getString("findings");
        return new WorklistEntry(
                row.getString("diplomate_id"),
                date(row, "as_of"),
                row.getString("rule_set"),
                Pathway.valueOf(row.getString("pathway")),
                Standing.valueOf(row.getString("standing")),
                row.getString("summary"),
                dateOrNull(row, "next_deadline"),
                dateOrNull(row, "next_change_on"),
                findings == null ? "[]" : "[" + findings + "]");
    }

    private static List<WorklistEntry> rows(
            Handle handle,
            WorklistFilter filter,
            WorklistSort sort,
            WorklistSort.Position after,
            int limit) {
        String sql =
                PAGE.formatted(
                        sort.comesAfter(after, "s"),
                        filter.ofStatus(),
                        sort.order("s"),
                        limit,
                        filter.ofFinding(),
                        sort.order("page"));
        return filter.bind(handle.createQuery(sql).bind("after", after.diplomate()))
                .map((row, _) -> entry(row))
                .list();
    }
}
