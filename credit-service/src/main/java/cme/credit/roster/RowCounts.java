package cme.credit.roster;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
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

    /// The count of every outcome, also of those that no row has.
    Map<String, Integer> byOutcome() {
        return Arrays.stream(RowOutcome.values()).collect(toMap(RowOutcome::name, this::of));
    }

    int of(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
