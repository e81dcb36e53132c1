package cme.benchmarks;

import cme.benchmarks.measure.Growth;
import cme.benchmarks.measure.Measurement;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Markdown;
import cme.benchmarks.result.Results;
import cme.benchmarks.rig.Await;
import cme.benchmarks.rig.Dataset;
import cme.benchmarks.rig.Rig;
import cme.benchmarks.rig.Tool;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The command behind `./cme bench`. Exit code 0, also when an aim is missed; 1 after one line that says
/// why nothing could be measured.
final class Main {
    private Main() {}

    public static void main(String[] words) {
        try {
            run(Request.of(List.of(words)));
        } catch (StackFailure e) {
            System.err.println("cme: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println("cme: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(Request request) {
        Tool.requireAll();
        Path target = ProjectFolder.find().resolve("benchmarks/target");
        Path folder = target.resolve("data");
        Rig.clear(folder, request.ports());
        long from = System.nanoTime();
        List<Figure> figures = new ArrayList<>();
        Results results = new Results(Instant.now(), request.scale().quick(), figures);
        try (Rig rig = Rig.start(folder, request.ports(), request.scale())) {
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close));
            measure(request, rig, results, target);
        }
        Rig.clear(folder, request.ports());
        System.out.printf("%n%s%n", Markdown.table(figures));
        System.out.printf(
                "%.0f s. Kept in %s: results.json, results.md, results.svg%n",
                Await.secondsSince(from), target);
    }

    /// What was measured is kept after each measurement, so that a failure does not cost the others.
    private static void measure(Request request, Rig rig, Results results, Path target) {
        Dataset data = new Dataset(rig);
        data.begin();
        if (request.asksFor(Growth.NAME)) {
            Growth growth = new Growth(rig, data);
            for (int level : Scale.LEVELS) {
                data.growTo(level);
                say(Growth.NAME + ", " + level + "x");
                growth.measure(level);
            }
            keep(growth.figures(), results, target);
        } else {
            data.growTo(Scale.LEVELS[Scale.LEVELS.length - 1]);
        }
        for (Measurement measurement : request.measurements()) {
            say(measurement.name());
            keep(measurement.run(rig, data), results, target);
        }
    }

    private static void keep(List<Figure> figures, Results results, Path target) {
        results.figures().addAll(figures);
        results.writeTo(target);
        figures.forEach(figure -> System.out.print(Markdown.line(figure)));
    }

    private static void say(String what) {
        System.out.printf("%n%s%n", what);
    }
}
