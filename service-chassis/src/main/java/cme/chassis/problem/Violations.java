package cme.chassis.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Bounds the violations that one answer names. Nobody reads more, and a large request with the
/// same mistake in every row would be answered with a larger one.
public final class Violations {

    public static final int MAX_OF_ROW = 20;
    public static final int MAX_OF_ANSWER = 1_000;

    private Violations() {}

    /// The violations of one row; if there are more than 20, the last one says how many are not
    /// listed.
    public static List<Violation> ofRow(List<Violation> all) {
        return first(MAX_OF_ROW, all);
    }

    /// The same for an answer as a whole, which lists 1,000.
    static List<Violation> ofAnswer(List<Violation> all) {
        return first(MAX_OF_ANSWER, all);
    }

    private static List<Violation> first(int max, List<Violation> all) {
        if (all.size() <= max) {
            return List.copyOf(all);
        }
        var first = new ArrayList<Violation>(all.subList(0, max - 1));
        first.add(
                new Violation(
                        "",
                        "more-violations",
                        "%d more violations are not listed.".formatted(all.size() - max + 1)));
        return List.copyOf(first);
    }

    /// The results of an import without those rows whose violations would be more than 1,000
    /// together. Rows without violations all stay.
    public static <R> List<R> ofResults(List<R> rows, Function<R, List<Violation>> violations) {
        var listed = new ArrayList<R>(rows.size());
        int count = 0;
        for (R row : rows) {
            count += violations.apply(row).size();
            if (count <= MAX_OF_ANSWER || violations.apply(row).isEmpty()) {
                listed.add(row);
            }
        }
        return List.copyOf(listed);
    }
}
