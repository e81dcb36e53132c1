package cme.credit.roster;

import java.util.EnumMap;
import java.util.Map;

/// Counts rows by their outcome.
final class RowCounts {
    private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
    private int rows;

    void add(RowOutcome outcome, int more) {
        counts.merge(outcome, more, Integer::sum);
        rows += more;
    }

    int rows() {
        return rows;
    }

    int of(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
