package cme.test.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// The test JVMs that use the shared test stack: one file per process, named by its pid and holding
/// its start time.
record WatchedPids(Path folder) {
    /// Start times are read in ticks of the clock; a pid is not used again this soon.
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    /// A stack that reads the file meanwhile finds it whole; a stack that cannot read it ends.
    void add(ProcessHandle process) throws IOException {
        Files.createDirectories(folder);
        String pid = Long.toString(process.pid());
        Path unfinished = folder.resolveSibling(folder.getFileName() + "-" + pid + ".new");
        Files.writeString(unfinished, start(process).toString());
        Files.move(unfinished, folder.resolve(pid), StandardCopyOption.ATOMIC_MOVE);
    }

    boolean anyAlive() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(WatchedPids::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAlive(Path file) {
        return ProcessHandle.of(Long.parseLong(file.getFileName().toString()))
                // A zombie is alive to Java, but has no command any more.
                .filter(process -> process.isAlive() && process.info().command().isPresent())
                .filter(process -> isSame(start(process), file))
                .isPresent();
    }

    private static boolean isSame(Instant start, Path file) {
        try {
            Instant noted = Instant.parse(Files.readString(file).strip());
            return Duration.between(noted, start).abs().compareTo(TOLERANCE) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
