package cme.benchmarks.measure;

import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.TimeBudget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;

/// Takes turns: in each round everything is measured once, every other round in the opposite order,
/// so that neither the first nor the last has an advantage.
public final class Rounds {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int MOST_WARM_UPS = 12;
    private static final int MOST_WITHOUT_LIMIT = 60;
    private static final int ENOUGH = 3;
    private static final double STILL_FASTER = 1.03;

    private final TimeBudget pace;
    private final Map<String, IntToDoubleFunction> samplers = new LinkedHashMap<>();

    Rounds(TimeBudget pace) {
        this.pace = pace;
    }

    /// @param sampler measures once; is given the number of the round, from 0
    Rounds add(String name, IntToDoubleFunction sampler) {
        samplers.put(name, sampler);
        return this;
    }

    /// Runs something until it got no faster three times: a JVM compiles what is used much for a
    /// minute or two on a small machine, and what it does meanwhile says nothing. While the run is
    /// behind, once is enough; a run without a limit of time goes on for as long as it takes.
    ///
    /// @param rate measures once, for so long; is given the number of the attempt, from 0
    public static void warmUp(TimeBudget pace, ToDoubleBiFunction<Duration, Integer> rate) {
        int most = pace.isBounded() ? MOST_WARM_UPS : MOST_WITHOUT_LIMIT;
        double best = 0;
        int noFaster = 0;
        for (int attempt = 0;
                attempt < most && noFaster < (pace.isBehind() ? 1 : ENOUGH);
                attempt++) {
            double reached = rate.applyAsDouble(WARM_UP, attempt);
            System.out.printf(Locale.ROOT, "  warm-up: %,.2f%n", reached);
            noFaster = reached < best * STILL_FASTER ? noFaster + 1 : 0;
            best = Math.max(best, reached);
        }
    }

    /// @param rounds as many as there is time for
    /// @return the samples of each, by name
    Map<String, Samples> run(int rounds) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        samplers.keySet().forEach(name -> values.put(name, new ArrayList<>()));
        pace.rounds(rounds).forEach(round -> run(round, values));
        Map<String, Samples> samples = new LinkedHashMap<>();
        values.forEach((name, list) -> samples.put(name, new Samples(list)));
        return samples;
    }

    private void run(int round, Map<String, List<Double>> values) {
        List<String> order = new ArrayList<>(samplers.keySet());
        for (String name : round % 2 == 0 ? order : order.reversed()) {
            double value = samplers.get(name).applyAsDouble(round);
            values.get(name).add(value);
            System.out.printf(Locale.ROOT, "  round %d: %,.2f  %s%n", round + 1, value, name);
        }
    }
}
