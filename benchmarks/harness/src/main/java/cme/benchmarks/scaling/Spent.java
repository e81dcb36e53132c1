package cme.benchmarks.scaling;

import java.util.HashMap;
import java.util.Map;

/// CPU and log that the stack used for one item, or in all.
///
/// @param cpu milliseconds of CPU of each process, by name
/// @param log bytes that PostgreSQL wrote to its log, which are also what a replica receives
record Spent(Map<String, Double> cpu, double log) {
    static final Spent UNKNOWN = new Spent(Map.of(), 0);

    Spent {
        cpu = Map.copyOf(cpu);
    }

    Spent plus(Spent other) {
        Map<String, Double> sum = new HashMap<>(cpu);
        other.cpu.forEach((process, millis) -> sum.merge(process, millis, Double::sum));
        return new Spent(sum, log + other.log);
    }

    Spent dividedBy(double items) {
        Map<String, Double> shares = new HashMap<>(cpu);
        shares.replaceAll((_, millis) -> millis / items);
        return new Spent(shares, log / items);
    }
}
