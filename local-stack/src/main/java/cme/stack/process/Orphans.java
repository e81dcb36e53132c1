package cme.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// JVMs of a data folder that outlived their stack. They are ended and not adopted, because they
/// may be of another build or on other ports, and a start takes seconds. Only the holder of the
/// folder's lock may call it.
public final class Orphans {
    private Orphans() {}

    /// Asks all of them to end, then waits, at most so long for each, and kills it then.
    ///
    /// @param last the beginning of the names of those that the others need, ended after them
    /// @return how many there were
    public static int end(DataFolder folder, String last, Duration limit) {
        List<Path> files = pidFiles(folder);
        return end(folder, files.stream().filter(file -> !name(file).startsWith(last)), limit)
                + end(folder, files.stream().filter(file -> name(file).startsWith(last)), limit);
    }

    private static int end(DataFolder folder, Stream<Path> pidFiles, Duration limit) {
        List<KnownProcess> orphans =
                pidFiles.map(file -> KnownProcess.of(file, JvmProcess.marker(name(file), folder)))
                        .flatMap(Optional::stream)
                        .toList();
        orphans.forEach(orphan -> orphan.handle().destroy());
        orphans.forEach(orphan -> orphan.awaitEnd(limit));
        return orphans.size();
    }

    private static List<Path> pidFiles(DataFolder folder) {
        try (Stream<Path> files = Files.list(folder.pidFile("any").getParent())) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path pidFile) {
        return pidFile.getFileName().toString().replace(".pid", "");
    }
}
