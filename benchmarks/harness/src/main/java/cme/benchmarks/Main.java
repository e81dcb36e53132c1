package cme.benchmarks;

import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Markdown;
import cme.benchmarks.result.Results;
import cme.benchmarks.scaling.ScalingRun;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.SystemTool;
import cme.benchmarks.stack.TimeBudget;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The command behind `./cme bench`. Exit code 0, also when an aim is missed; 1 after one line that
/// says why nothing could be measured.
final class Main {
    private Main() {}

    public static void main(String[] words) {
        Locale.setDefault(Locale.ROOT); // numbers are written the same everywhere
        try {
            if (words.length > 0 && words[0].equals(ScalingRun.NAME)) {
                ScalingRun.of(List.of(words).subList(1, words.length));
            } else {
                run(Request.of(List.of(words)));
            }
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
        SystemTool.requireAll();
        Path target = ProjectFolder.find().resolve("benchmarks/target");
        Path folder = target.resolve("data");
        BenchmarkStack.clear(folder, request.ports());
        long from = System.nanoTime();
        TimeBudget pace = new TimeBudget(request.isForAll());
        List<Figure> figures = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (BenchmarkStack rig =
                BenchmarkStack.start(folder, request.ports(), request.scale(), pace)) {
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close));
            Results results = new Results(Instant.now(), request.scale().quick(), figures);
            new Session(request, rig, results, target, failures).run();
        }
        if (failures.isEmpty()) { // else the logs say why
            BenchmarkStack.clear(folder, request.ports());
        }
        System.out.printf("%n%s%n", Markdown.table(figures));
        System.out.printf(
                "%.0f s. Kept in %s: results.json, results.md, results.svg%n",
                Await.secondsSince(from), target);
        if (!failures.isEmpty()) {
            throw new StackFailure("Not measured: " + String.join("; ", failures));
        }
    }
}
