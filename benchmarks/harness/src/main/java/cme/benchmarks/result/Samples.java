package cme.benchmarks.result;

import java.util.List;
import java.util.stream.IntStream;

/// Measured numbers, one per round.
public record Samples(List<Double> values) {
    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = List.copyOf(values);
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /// Round by round, so that what slowed down a whole round does not count.
    Samples dividedBy(Samples other) {
        return new Samples(
                IntStream.range(0, Math.min(values.size(), other.values.size()))
                        .mapToObj(i -> values.get(i) / other.values.get(i))
                        .toList());
    }
}
