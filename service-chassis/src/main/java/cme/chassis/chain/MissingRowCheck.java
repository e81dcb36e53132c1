package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Looks whether the revisions in the log have current rows.
final class MissingRowCheck implements Check {

    /// Numbers in one step.
    private static final int SPAN = 1_000;

    private static final int MAX_FOUND = 100;

    private final CurrentRows rows;
    private long after;

    MissingRowCheck(CurrentRows rows) {
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
        long end = after + SPAN;
        List<Finding> findings;
        try (Query query = handle.createQuery(rows.missing())) {
            findings =
                    query.bind("after", after)
                            .bind("end", end)
                            .bind("limit", MAX_FOUND)
                            .map(
                                    (row, _) ->
                                            new Finding(
                                                    Kind.ROW_MISSING,
                                                    rows.table(),
                                                    row.getLong("seq"),
                                                    row.getString("subject"),
                                                    "Entry %d has no current row."
                                                            .formatted(row.getLong("seq"))))
                            .list();
        }
        after = next(handle, end);
        return new Step(SPAN, after < 0, findings);
    }

    /// The place before the next number after the end; negative when there is none.
    private static long next(Handle handle, long end) {
        try (Query query =
                handle.createQuery("select min(seq) - 1 from event_log where seq > :end")) {
            return query.bind("end", end).mapTo(Long.class).findOne().orElse(-1L);
        }
    }
}
