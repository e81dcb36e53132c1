package cme.chassis.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A failure with everything that lies behind it.
final class Causes {

    /// Cycles are possible among causes, so that there is a bound.
    private static final int MAX = 30;

    private Causes() {}

    /// The failure itself, its causes and what they suppressed, nearest first. A commit that fails
    /// hides the refusal of the database among the suppressed exceptions of the rollback.
    static List<Throwable> of(Throwable failure) {
        List<Throwable> found = new ArrayList<>();
        Queue<Throwable> ahead = new ArrayDeque<>(List.of(failure));
        while (!ahead.isEmpty() && found.size() < MAX) {
            Throwable one = ahead.remove();
            found.add(one);
            if (one.getCause() != null) {
                ahead.add(one.getCause());
            }
            ahead.addAll(List.of(one.getSuppressed()));
        }
        return found;
    }
}
