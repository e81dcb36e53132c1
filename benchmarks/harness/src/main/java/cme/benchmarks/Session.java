package cme.benchmarks;

import cme.benchmarks.measure.Growth;
import cme.benchmarks.measure.Measurement;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Markdown;
import cme.benchmarks.result.Results;
import cme.benchmarks.rig.Dataset;
import cme.benchmarks.rig.Rig;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Makes the measurements that were asked for, one after the other. What was measured is kept after
/// each, and one that fails does not cost the others.
///
/// @param failures takes one line a measurement that failed
record Session(Request request, Rig rig, Results results, Path target, List<String> failures) {
    void run() {
        Dataset data = new Dataset(rig);
        data.begin();
        if (request.asksFor(Growth.NAME)) {
            measure(Growth.NAME, () -> growth(data));
        }
        data.growTo(Scale.LEVELS[Scale.LEVELS.length - 1]);
        for (Measurement measurement : request.measurements()) {
            measure(measurement.name(), () -> measurement.run(rig, data));
        }
    }

    private List<Figure> growth(Dataset data) {
        Growth growth = new Growth(rig, data);
        for (int level : Scale.LEVELS) {
            data.growTo(level);
            growth.measure(level);
        }
        return growth.figures();
    }

    private void measure(String name, Supplier<List<Figure>> measurement) {
        System.out.printf("%n%s%n", name);
        try {
            List<Figure> figures = measurement.get();
            results.figures().addAll(figures);
            results.writeTo(target);
            figures.forEach(figure -> System.out.print(Markdown.line(figure)));
        } catch (RuntimeException e) {
            failures.add(name + ": " + e);
            System.out.println("  failed: " + e);
            rig.startAll();
        }
    }
}
