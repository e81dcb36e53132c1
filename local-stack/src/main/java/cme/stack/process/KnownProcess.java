package cme.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A process of this data folder, no matter which program started it.
///
/// A pid alone proves nothing, because pids are used again. The command line proves it: it holds a
/// marker with the path of the data folder. A start time would not do, because the system derives
/// it from a clock that may be set. A zombie has no command line and counts as ended, which matters
/// where orphans are not reaped.
public record KnownProcess(ProcessHandle handle, String marker) {
    private static final Duration POLL = Duration.ofMillis(20);

    /// The process with the pid in the first line of the file, if it lives and has the marker.
    public static Optional<KnownProcess> of(Path pidFile, String marker) {
        try (var lines = Files.lines(pidFile)) {
            long pid = Long.parseLong(lines.findFirst().orElse("").strip());
            return ProcessHandle.of(pid)
                    .map(handle -> new KnownProcess(handle, marker))
                    .filter(KnownProcess::isAlive);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The process that was started here, if it lives; else the one in the pid file, which another
    /// JVM may have started.
    public static Optional<KnownProcess> either(
            @Nullable KnownProcess started, Path pidFile, String marker) {
        return started != null && started.isAlive() ? Optional.of(started) : of(pidFile, marker);
    }

    public boolean isAlive() {
        return handle.isAlive()
                && handle.info().commandLine().filter(line -> line.contains(marker)).isPresent();
    }

    /// Sends SIGINT, which Java has no call for.
    public void interrupt() {
        signal("INT");
    }

    /// @param name without its SIG
    void signal(String name) {
        // The shell's own kill: small systems lack the program.
        Commands.run(List.of("/bin/sh", "-c", "kill -" + name + " " + handle.pid()));
    }

    /// Waits for the end, at most so long, and kills it then.
    public void awaitEnd(Duration limit) {
        if (!ended(limit)) {
            handle.destroyForcibly();
            ended(Duration.ofSeconds(10));
        }
    }

    /// True if it ended within the limit.
    public boolean ended(Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (isAlive()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
