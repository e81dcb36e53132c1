package cme.benchmarks.scaling;

import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.BenchmarkStack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Measures the costs of several items in turns, every other round in the opposite order.
final class CostMeter {
    /// One measurement.
    ///
    /// @param time of one item
    /// @param items for how many it was measured
    record Taken(double time, double items) {
        /// @param perSecond items
        static Taken ofRate(double perSecond, double seconds) {
            return new Taken(1e6 / perSecond, perSecond * seconds);
        }
    }

    private static final class Item {
        private final IntFunction<Taken> sampler;
        private final List<Double> times = new ArrayList<>();
        private Spent spent = Spent.UNKNOWN;
        private double items;

        private Item(IntFunction<Taken> sampler) {
            this.sampler = sampler;
        }
    }

    private final BenchmarkStack rig;
    private final Map<String, Item> items = new LinkedHashMap<>();

    CostMeter(BenchmarkStack rig) {
        this.rig = rig;
    }

    /// @param sampler measures once, in microseconds; is given the number of the round, from 0
    CostMeter add(String name, IntFunction<Taken> sampler) {
        items.put(name, new Item(sampler));
        return this;
    }

    List<Cost> measure(int rounds) {
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(items.keySet());
            for (String name : round % 2 == 0 ? order : order.reversed()) {
                measure(name, items.get(name), round);
            }
        }
        return items.entrySet().stream()
                .map(
                        entry ->
                                new Cost(
                                        entry.getKey(),
                                        "us",
                                        new Samples(entry.getValue().times),
                                        entry.getValue().spent.dividedBy(entry.getValue().items)))
                .toList();
    }

    private void measure(String name, Item item, int round) {
        var spending = Spending.since(rig);
        Taken taken = item.sampler.apply(round);
        item.times.add(taken.time());
        item.spent = item.spent.plus(spending.untilNow());
        item.items += taken.items();
        System.out.printf("  round %d: %,.2f us  %s%n", round + 1, taken.time(), name);
    }
}
