package cme.compliance.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The states of one thing over time. They may arrive in any order and more than once; their
/// numbers decide.
final class Revisions {

    interface Numbered {
        int number();

        Instant recordedAt();
    }

    private static final Comparator<Numbered> IN_ORDER =
            Comparator.comparingInt(Numbered::number).thenComparing(Numbered::recordedAt);

    private Revisions() {}

    static <R extends Numbered> List<R> inOrder(List<R> revisions) {
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("A record has no revision");
        }
        if (revisions.size() == 1) {
            return List.copyOf(revisions);
        }
        List<R> sorted = new ArrayList<>(revisions);
        sorted.sort(IN_ORDER);
        List<R> distinct = new ArrayList<>(sorted.size());
        for (R revision : sorted) {
            if (distinct.isEmpty() || distinct.getLast().number() != revision.number()) {
                distinct.add(revision);
            }
        }
        return List.copyOf(distinct);
    }

    static <R extends Numbered> List<R> together(List<R> some, List<R> others) {
        List<R> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /// The last revision recorded by then, null when none was.
    static <R extends Numbered> @Nullable R knownAt(List<R> inOrder, Instant instant) {
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            R revision = inOrder.get(i);
            if (!revision.recordedAt().isAfter(instant)) {
                return revision;
            }
        }
        return null;
    }
}
