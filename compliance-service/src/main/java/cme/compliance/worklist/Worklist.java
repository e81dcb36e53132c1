package cme.compliance.worklist;

import static cme.compliance.diplomate.Rows.date;
import static cme.compliance.diplomate.Rows.dateOrNull;

import cme.compliance.assessment.Summaries;
import cme.compliance.diplomate.BoardClock;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Pathway;
import cme.compliance.rules.Standing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Lists the stored answers, by diplomate: that order does not move while pages are turned.
@Singleton
class Worklist {

    /// Diplomates and findings in one statement, so that they are of one moment.
    private static final String PAGE =
            """
            with page as materialized (
                select s.diplomate_id, s.as_of, s.rule_set, s.pathway, s.standing, s.summary,
                       s.next_deadline, s.next_change_on
                from status s
                where s.diplomate_id > :after and %s
                order by s.diplomate_id limit %d)
            select page.*, (
                select string_agg(f.listed, ',' order by f.due_year, f.requirement)
                from finding f where f.diplomate_id = page.diplomate_id and %s) as findings
            from page order by page.diplomate_id
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
        var today = clock.today();
        var rows = jdbi.withHandle(handle -> rows(handle, filter, after, limit));
        var isOfToday = rows.stream().allMatch(row -> row.asOf().equals(today));
        return isOfToday
                ? rows.stream().map(row -> row.entry(today, Map.of())).toList()
                : withSentencesOfToday(filter, after, limit);
    }

    /// The sentence counts days. It is made anew from the same moment as the rest.
    private List<WorklistEntry> withSentencesOfToday(
            WorklistFilter filter, String after, int limit) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> {
                    var today = clock.today();
                    var rows = rows(handle, filter, after, limit);
                    var stale =
                            rows.stream()
                                    .filter(row -> !row.asOf().equals(today))
                                    .map(row -> new DiplomateId(row.id()))
                                    .toList();
                    var sentences = summaries.ofToday(handle, stale);
                    return rows.stream().map(row -> row.entry(today, sentences)).toList();
                });
    }

    /// A stored answer.
    ///
    /// @param entry with the sentence of the day it was made
    private record Row(String id, LocalDate asOf, WorklistEntry entry) {

        static Row of(ResultSet row) throws SQLException {
            var id = row.getString("diplomate_id");
            var asOf = date(row, "as_of");
            var findings = row.getString("findings");
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
                            findings == null ? "[]" : "[" + findings + "]");
            return new Row(id, asOf, entry);
        }

        WorklistEntry entry(LocalDate today, Map<DiplomateId, String> sentences) {
            return new WorklistEntry(
                    id,
                    today,
                    entry.ruleSet(),
                    entry.pathway(),
                    entry.standing(),
                    sentences.getOrDefault(new DiplomateId(id), entry.summary()),
                    entry.nextDeadline(),
                    entry.nextChangeOn(),
                    entry.findings());
        }
    }

    private static List<Row> rows(Handle handle, WorklistFilter filter, String after, int limit) {
        var sql = PAGE.formatted(filter.ofStatus(), limit, filter.ofFinding());
        var query = handle.createQuery(sql).bind("after", after);
        if (filter.requirement() != null) {
            query.bind("requirement", filter.requirement());
        }
        if (filter.dueBefore() != null) {
            query.bind("dueBefore", filter.dueBefore());
        }
        return query.map((row, _) -> Row.of(row)).list();
    }
}
