package cme.benchmarks.scaling;

import cme.benchmarks.result.Samples;
import cme.benchmarks.stack.Await;
import cme.benchmarks.stack.BenchmarkStack;
import cme.stack.postgres.Postgres;
import cme.stack.process.DataFolder;
import cme.stack.process.Folders;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// A backup of all three databases while they are in use, and a server that comes up from it beside
/// the running one. The topics need none: they are published again from the databases.
///
/// @param diplomates must be there after the restore
record BackingUp(BenchmarkStack rig, int diplomates, Path folder, List<String> notes) {
    private static final int PORT = 16; // after the relays of the stack
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final double SPARE = 1.2;

    List<Cost> measure() {
        Path restored = folder.resolve("restored");
        try {
            Folders.delete(restored);
            long needed = (long) (size(rig.folder().root().resolve("postgres")) * SPARE);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                notes.add(
                        "Backup and restore were not measured: they need %,d MB of free disk, and there are %,d."
                                .formatted(needed / 1_000_000, free / 1_000_000));
                return List.of();
            }
            return measure(DataFolder.open(restored));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot back up to " + restored, e);
        } finally {
            delete(restored);
        }
    }

    private List<Cost> measure(DataFolder restored) throws IOException {
        var spending = Spending.since(rig);
        long from = System.nanoTime();
        long bytes = Backup.of(rig, restored.root().resolve("postgres"));
        double copied = Await.secondsSince(from);
        var spent = spending.untilNow().dividedBy(diplomates);
        for (Path secret : secrets(rig.folder())) {
            Files.copy(secret, restored.secrets().resolve(secret.getFileName()));
        }
        from = System.nanoTime();
        var server = new Postgres(restored, rig.ports().base() + PORT, true);
        try {
            server.start();
            requireAll(server);
            double up = Await.secondsSince(from);
            notes.add(
                    "The backup has %,d MB and took %.0f s; the server that came up from it was ready after %.0f s."
                            .formatted(bytes / 1_000_000, copied, up));
            return List.of(
                    cost("a diplomate backed up", copied, spent),
                    cost("a diplomate in a server that comes up from it", up, Spent.UNKNOWN));
        } finally {
            server.stop(STOP_LIMIT);
        }
    }

    private Cost cost(String item, double seconds, Spent spent) {
        return new Cost(item, "us", new Samples(List.of(seconds * 1e6 / diplomates)), spent);
    }

    private static List<Path> secrets(DataFolder of) throws IOException {
        try (var files = Files.list(of.secrets())) {
            return files.filter(file -> file.toString().endsWith(".password")).toList();
        }
    }

    /// Reads one table, so that the restore is known to have it. A table of the ledger would take
    /// as long as all the rest.
    private void requireAll(Postgres server) {
        String original = rig.compliance().database().url();
        String url = original.replaceFirst(":\\d+/", ":" + (rig.ports().base() + PORT) + "/");
        try (var session = server.superuser().connect(url);
                var statement = session.createStatement();
                var row = statement.executeQuery("select count(*) from status")) {
            row.next();
            if (row.getLong(1) < diplomates) {
                throw new StackFailure(
                        "The restored server has only %,d statuses.".formatted(row.getLong(1)));
            }
        } catch (SQLException e) {
            throw new StackFailure("The restored server refused: " + e.getMessage(), e);
        }
    }

    /// Bytes of all files in a folder that is in use.
    static long size(Path folder) throws IOException {
        var sum = new long[1];
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        sum[0] += attributes.size();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                        return FileVisitResult.CONTINUE; // gone meanwhile
                    }
                });
        return sum[0];
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
