package cme.credit.roster;

import cme.credit.posting.JudgedRow;

import java.util.ArrayList;
import java.util.List;

/// Gathers the answer to a posted roster: every row of a small one, and of a large one those that
/// were not recorded.
final class RosterAnswer {
    /// Up to this many rows, every row is answered.
    private static final int MAX_LISTED_ROWS = 1_000;

    private final boolean dryRun;
    private final List<RowView> results = new ArrayList<>();
    private Tally tally = Tally.NONE;

    RosterAnswer(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void add(List<JudgedRow> rows) {
        for (JudgedRow row : rows) {
            RowView view = RowView.of(row);
            tally = tally.plus(view.outcome());
            if (tally.rows() <= MAX_LISTED_ROWS || view.outcome() != Outcome.RECORDED) {
                results.add(dryRun ? view.imagined() : view);
            }
            if (tally.rows() == MAX_LISTED_ROWS + 1) {
                results.removeIf(result -> result.outcome() == Outcome.RECORDED);
            }
        }
    }

    Tally tally() {
        return tally;
    }

    List<RowView> results() {
        return results;
    }
}
