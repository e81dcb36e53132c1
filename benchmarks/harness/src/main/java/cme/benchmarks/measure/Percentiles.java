package cme.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/// Percentiles of times in milliseconds.
record Percentiles(double median, double p99) {
    static Percentiles of(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return new Percentiles(at(sorted, 0.5), at(sorted, 0.99));
    }

    /// The nearest rank.
    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f (99th percentile %.1f)", median, p99);
    }
}
