package cme.system.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Counts of what happened in a run, for people.
final class RunFigures {

    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, Duration> silences = new TreeMap<>();
    private Duration time = Duration.ZERO;

    /// @param silence the longest time without any answer
    void count(Fault fault, Duration silence) {
        faults.merge(fault.kind(), 1, Integer::sum);
        silences.merge(
                fault.kind(), silence, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    void count(Duration ofSeed) {
        time = time.plus(ofSeed);
    }

    String text(String title, Journal journal, ConsistencyCheck checker) {
        var text = new StringBuilder();
        text.append(
                "%s, %d s: %,d requests, %,d of them unanswered and sent again%n"
                        .formatted(
                                title,
                                time.toSeconds(),
                                journal.answered() + journal.unanswered(),
                                journal.unanswered()));
        text.append(
                "  promised: %,d completions recorded, %,d corrected or withdrawn, %,d rosters withdrawn, %,d editions%n"
                        .formatted(
                                journal.recorded().size(),
                                journal.revised().size(),
                                journal.rostersWithdrawn().size(),
                                journal.edited().size()));
        text.append(
                "  on Kafka: %,d events of completions, %,d of them repeats%n"
                        .formatted(
                                checker.completions().events(), checker.completions().repeats()));
        int all = faults.values().stream().mapToInt(Integer::intValue).sum();
        text.append(
                "  %s: %d, with the longest time without an answer%n"
                        .formatted(title.toLowerCase(Locale.ROOT), all));
        faults.forEach(
                (kind, n) ->
                        text.append(
                                "  %5d  %,7d ms  %s%n"
                                        .formatted(n, silences.get(kind).toMillis(), kind)));
        return text.append("  lost: 0, doubled: 0%n".formatted()).toString();
    }
}
