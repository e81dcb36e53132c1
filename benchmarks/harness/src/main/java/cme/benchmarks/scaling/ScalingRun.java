package cme.benchmarks.scaling;

import cme.benchmarks.Scale;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Diplomates;
import cme.benchmarks.stack.TimeBudget;
import cme.stack.process.Folders;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `./cme bench scale`: loads a tenth of the board and measures, loads the rest and measures again.
/// A run that was interrupted goes on where it was when the command is given again; `--fresh`
/// begins from nothing.
public final class ScalingRun {
    /// The word that asks for it.
    public static final String NAME = "scale";

    /// Bytes that a diplomate takes on the disk, with the topics but without a backup.
    private static final long BYTES_EACH = 310_000;

    /// Bytes that PostgreSQL's log and Kafka's indexes take, whatever the size.
    private static final long BYTES_ALWAYS = 6_000_000_000L;

    private final ScalingRequest request;
    private final Path target;
    private final Path folder;

    private ScalingRun(ScalingRequest request) {
        this.request = request;
        this.target = ProjectFolder.find().resolve("benchmarks/target/scale");
        this.folder = target.resolve("data");
    }

    /// @param words after the name
    /// @throws StackFailure when it cannot be measured
    public static void of(List<String> words) {
        new ScalingRun(ScalingRequest.of(words)).run();
    }

    private void run() {
        try {
            if (request.fresh()) {
                BenchmarkStack.clear(folder, request.ports());
                Folders.delete(target);
            }
            Files.createDirectories(target);
            requireRoom();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + target, e);
        }
        long from = System.nanoTime();
        try (var rig =
                BenchmarkStack.start(folder, request.ports(), Scale.FULL, new TimeBudget(false))) {
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close));
            request.sizes().forEach(size -> measure(rig, size));
        }
        String text = table().text();
        Path file = target.resolve("results-" + request.diplomates() + ".md");
        write(file, text);
        System.out.printf(
                "%n%s%n%.0f s. Kept in %s; the data stays for another run (--fresh deletes it).%n",
                text, Await.secondsSince(from), file);
    }

    private void requireRoom() throws IOException {
        long there = Files.exists(folder) ? BackingUp.size(folder) : 0;
        long needed = BYTES_ALWAYS + request.diplomates() * BYTES_EACH - there;
        long free = Files.getFileStore(target).getUsableSpace();
        if (free < needed) {
            throw new StackFailure(
                    "%,d diplomates need about %,d MB more on the disk of %s, and %,d are free: choose fewer with --diplomates."
                            .formatted(
                                    request.diplomates(),
                                    needed / 1_000_000,
                                    target,
                                    free / 1_000_000));
        }
    }

    private void measure(BenchmarkStack rig, int size) {
        if (Measured.at(target, size).isPresent()) {
            System.out.printf("%n%,d diplomates: measured by an earlier run%n", size);
            return;
        }
        System.out.printf("%n%,d diplomates%n", size);
        if (Loading.loaded(rig) > size) {
            throw new StackFailure(
                    "%s holds more than %,d diplomates: --fresh deletes them."
                            .formatted(folder, size));
        }
        var all = new Diplomates(Diplomates.WITH_EVIDENCE, size);
        var backlog = new Backlog(rig);
        backlog.awaitEvents(0);
        String run = "s" + Long.toString(System.currentTimeMillis() / 1_000, 36);
        List<Cost> costs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        new Loading(rig, backlog).growTo(all).ifPresent(costs::add);
        // Before the vacuum, so that dead rows show whether the server's own keeps up.
        List<TableSize> tables = tables(rig);
        rig.credit().run("vacuum analyze");
        rig.compliance().run("vacuum analyze");
        costs.addAll(new Requests(rig, all, backlog, run, notes).measure());
        new Plans(rig, all).writeTo(target.resolve("plans-" + size + ".txt"));
        costs.addAll(new Rebuilding(rig, all, backlog, run + "m").measure());
        costs.addAll(new BackingUp(rig, size, target, notes).measure());
        new Measured(size, costs, tables, notes).keepIn(target);
    }

    private static List<TableSize> tables(BenchmarkStack rig) {
        List<TableSize> tables = new ArrayList<>(TableSize.of(rig.credit(), "credit."));
        tables.addAll(TableSize.of(rig.compliance(), "compliance."));
        try {
            long topics = BackingUp.size(rig.folder().root().resolve("kafka"));
            tables.add(new TableSize("topics", 0, topics, 0, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the size of the topics", e);
        }
        return tables;
    }

    private ScalingTable table() {
        List<Measured> both =
                request.sizes().stream()
                        .map(size -> Measured.at(target, size).orElseThrow())
                        .toList();
        Optional<Integer> beyond =
                request.diplomates() < ScalingRequest.MILLION
                        ? Optional.of(ScalingRequest.MILLION)
                        : Optional.empty();
        return new ScalingTable(both.getFirst(), both.getLast(), beyond);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
