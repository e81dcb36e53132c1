package cme.benchmarks;

import cme.benchmarks.measure.Growth;
import cme.benchmarks.measure.Measurement;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Markdown;
import cme.benchmarks.result.Results;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;

import java.nio.file.Path;
import java.util.List;

/// Makes the requested measurements one after the other. Results are written after each
/// measurement, and a failed measurement does not stop the others.
///
/// @param failures takes one line a measurement that failed
record Session(
        Request request, BenchmarkStack rig, Results results, Path target, List<String> failures) {
    void run() {
        Dataset data = new Dataset(rig);
        request.first().forEach(measurement -> measure(data, measurement));
        Growth growth = new Growth(rig, data);
        boolean growing = request.asksFor(Growth.NAME);
        boolean large = growing || !request.large().isEmpty();
        for (int level : levels(growing, large)) {
            rig.pace().begin("data x" + level);
            data.growTo(level);
            growing = growing && grow(growth, level);
            if (level == 1) {
                request.small().forEach(measurement -> measure(data, measurement));
            }
        }
        request.large().forEach(measurement -> measure(data, measurement));
        if (growing) {
            rig.pace().begin("data x1 again");
            data.returnToFirst();
            if (measure(growth, 1)) {
                keep(growth.figures());
            }
        }
    }

    /// At 1x only warms up: that level is measured last.
    private boolean grow(Growth growth, int level) {
        if (level > 1) {
            return measure(growth, level);
        }
        rig.pace().begin("growth warm-up");
        return attempt(Growth.NAME, growth::warmUp);
    }

    private boolean measure(Growth growth, int level) {
        rig.pace().begin("growth x" + level);
        return attempt(Growth.NAME, () -> growth.measure(level));
    }

    private static int[] levels(boolean growing, boolean large) {
        if (growing) {
            return Scale.LEVELS;
        }
        return large ? new int[] {1, Scale.LAST} : new int[] {1};
    }

    private void measure(Dataset data, Measurement measurement) {
        rig.pace().begin(measurement.name());
        attempt(measurement.name(), () -> keep(measurement.run(rig, data)));
    }

    private void keep(List<Figure> figures) {
        results.figures().addAll(figures);
        results.writeTo(target);
        figures.forEach(figure -> System.out.print(Markdown.line(figure)));
    }

    private boolean attempt(String name, Runnable measuring) {
        System.out.printf("%n%s%n", name);
        long from = System.nanoTime();
        try {
            measuring.run();
            System.out.printf("  %s took %.0f s%n", name, Await.secondsSince(from));
            return true;
        } catch (RuntimeException e) {
            failures.add(name + ": " + e);
            System.out.println("  failed: " + e);
            rig.startAll();
            return false;
        }
    }
}
