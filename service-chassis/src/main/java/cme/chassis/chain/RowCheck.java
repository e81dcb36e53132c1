package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Compares the rows of a table with the last revisions in the log, a page in each step.
final class RowCheck implements Check {

    private static final int PAGE = 500;

    private record Row(
            List<String> id, String subject, long seq, boolean agrees, boolean isRepeated) {}

    private final CurrentRows rows;
    private List<String> after = List.of();

    RowCheck(CurrentRows rows) {
        this.rows = rows;
    }

    @Override
    public Counted counted() {
        return Counted.ROWS;
    }

    @Override
    public String place() {
        return rows.table();
    }

    @Override
    public Step step(Handle handle) {
        List<Row> page = page(handle);
        if (!page.isEmpty()) {
            after = page.getLast().id();
        }
        var findings = new ArrayList<Finding>();
        for (Row row : page) {
            if (!row.agrees()) {
                findings.add(finding(row));
            }
            if (row.isRepeated()) {
                findings.add(repeated(row));
            }
        }
        return new Step(page.size(), page.size() < PAGE, findings);
    }

    private List<Row> page(Handle handle) {
        try (Query query = handle.createQuery(rows.page())) {
            return query.bind("after", after.toArray(String[]::new))
                    .bind("limit", PAGE)
                    .map(
                            (row, _) ->
                                    new Row(
                                            List.of((String[]) row.getArray("id").getArray()),
                                            row.getString("subject"),
                                            row.getLong("seq"),
                                            row.getBoolean("agrees"),
                                            row.getBoolean("is_repeated")))
                    .list();
        }
    }

    private Finding repeated(Row row) {
        return new Finding(
                Kind.REVISION_REPEATED,
                rows.table(),
                row.seq(),
                row.subject(),
                "Entry %d of row %s repeats an earlier revision or goes back behind one."
                        .formatted(row.seq(), String.join(" ", row.id())));
    }

    private Finding finding(Row row) {
        return finding(rows.table(), String.join(" ", row.id()), row.subject(), row.seq());
    }

    /// @param seq the number of the last revision; 0 when there is none
    static Finding finding(String table, String id, String subject, long seq) {
        return new Finding(
                Kind.ROW_DIFFERS,
                table,
                seq,
                subject,
                seq == 0
                        ? "Row %s has no revision in the log.".formatted(id)
                        : "Row %s differs from its last revision, entry %d.".formatted(id, seq));
    }
}
