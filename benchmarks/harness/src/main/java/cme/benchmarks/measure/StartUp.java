package cme.benchmarks.measure;

import cme.benchmarks.result.Aim;
import cme.benchmarks.result.Figure;
import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Dataset;
import cme.benchmarks.stack.ReferenceProcess;
import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;
import cme.stack.service.Service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The time until each service is ready, alone on the machine, and its memory before the first
/// request.
public final class StartUp implements Measurement {
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String REFERENCE = "Quarkus, same extensions, one endpoint";

    @Override
    public String name() {
        return "start";
    }

    private record Start(double seconds, double megabytes) {}

    @Override
    public List<Figure> run(BenchmarkStack rig, Dataset data) {
        Map<String, StackProcess> processes = new LinkedHashMap<>();
        for (Service service : Service.withDatabase()) {
            rig.stop(service);
            processes.put(service.module(), rig.service(service));
        }
        ReferenceProcess reference = rig.reference();
        processes.put(reference.name(), reference);
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        processes.keySet().forEach(name -> starts.put(name, new ArrayList<>()));
        rig.pace()
                .rounds(rig.scale().rounds())
                .forEach(round -> startEach(round, processes, starts));
        rig.startAll();
        List<Figure> figures = new ArrayList<>();
        for (Service service : Service.withDatabase()) {
            figures.addAll(
                    figures(
                            service.module(),
                            starts.get(service.module()),
                            starts.get(reference.name())));
        }
        return figures;
    }

    private List<Figure> figures(String service, List<Start> ours, List<Start> theirs) {
        return List.of(
                new Figure(
                        name(),
                        service + ", start until ready",
                        "s",
                        new Samples(ours.stream().map(Start::seconds).toList()),
                        REFERENCE,
                        new Samples(theirs.stream().map(Start::seconds).toList()),
                        Aim.atMost(1.3)),
                new Figure(
                        name(),
                        service + ", memory at rest",
                        "MB",
                        new Samples(ours.stream().map(Start::megabytes).toList()),
                        REFERENCE,
                        new Samples(theirs.stream().map(Start::megabytes).toList()),
                        Aim.atMost(1.3)));
    }

    private static void startEach(
            int round, Map<String, StackProcess> processes, Map<String, List<Start>> starts) {
        processes.forEach(
                (name, process) -> {
                    Start start = start(process);
                    System.out.printf("  round %d: %s  %s%n", round + 1, start, name);
                    starts.get(name).add(start);
                });
    }

    private static Start start(StackProcess process) {
        long from = System.nanoTime();
        process.start();
        double seconds = Await.secondsSince(from);
        LockSupport.parkNanos(REST.toNanos());
        double megabytes = resident(process.running().orElseThrow().handle().pid());
        process.stop(STOP_LIMIT);
        return new Start(seconds, megabytes);
    }

    /// The resident set in MB, from Linux' `/proc`.
    private static double resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        } catch (IOException e) {
            throw new StackFailure("No memory figures without Linux' /proc: " + e.getMessage(), e);
        }
    }
}
