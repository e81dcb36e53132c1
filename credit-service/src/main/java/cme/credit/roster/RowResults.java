package cme.credit.roster;

import cme.chassis.problem.Violations;
import cme.credit.posting.JudgedRow;
import cme.credit.posting.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gathers the answer to a posted roster: every row of a small one, and of a large one the rows
/// that were not recorded.
final class RowResults {
    private static final int MAX_LISTED_ROWS = 1_000;

    private final boolean dryRun;
    private final List<RosterRowView> listed = new ArrayList<>();
    private final RowCounts counts = new RowCounts();

    RowResults(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void add(List<JudgedRow> results) {
        for (JudgedRow result : results) {
            RosterRowView row = RosterRowView.of(result);
            counts.add(row.outcome(), 1);
            if (counts.rows() <= MAX_LISTED_ROWS || row.outcome() != RowOutcome.RECORDED) {
                listed.add(dryRun ? row.withoutNewIds() : row);
            }
            if (counts.rows() == MAX_LISTED_ROWS + 1) {
                listed.removeIf(earlier -> earlier.outcome() == RowOutcome.RECORDED);
            }
        }
    }

    boolean isEmpty() {
        return counts.rows() == 0;
    }

    RowCounts counts() {
        return counts;
    }

    /// @param id null in a dry run of a roster that was never posted
    RosterView toView(@Nullable UUID id, String externalId, List<Notice> notices) {
        List<RosterRowView> results = Violations.ofResults(listed, RosterRowView::errors);
        return new RosterView(
                id,
                externalId,
                dryRun,
                counts.rows(),
                counts.of(RowOutcome.RECORDED),
                counts.of(RowOutcome.DUPLICATE),
                counts.of(RowOutcome.CONFLICT),
                counts.of(RowOutcome.HELD),
                counts.of(RowOutcome.REJECTED),
                results,
                listed.size() - results.size(),
                notices);
    }
}
