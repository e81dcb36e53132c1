package cme.chassis.chain;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Compares the rows of a table with what the log has sealed of them, a page in each step.
final class ComparedRowCheck implements Check {

    private static final int PAGE = 500;

    private final ComparedRows rows;
    private String after = "";

    ComparedRowCheck(ComparedRows rows) {
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
        List<ComparedRows.Compared> page = rows.compare(handle, after, PAGE);
        if (!page.isEmpty()) {
            after = page.getLast().id();
        }
        List<Finding> findings =
                page.stream().filter(row -> !row.agrees()).map(this::finding).toList();
        // The rows themselves are counted by the check of what is not sealed.
        return new Step(0, page.size() < PAGE, findings);
    }

    private Finding finding(ComparedRows.Compared row) {
        return RowCheck.finding(rows.table(), row.id(), row.subject(), row.seq());
    }
}
