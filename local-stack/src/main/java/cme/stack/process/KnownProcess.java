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

/// A process of this data folder, whoever started it.
///
/// A pid alone proves nothing, for pids are used again. What proves it is the command line, which
/// holds a marker with the data folder's path. A start time would not do: the system's idea of it
/// moves when the clock is set. A zombie has no command line and so counts as gone, which matters
/// where nobody reaps orphans.
public record KnownProcess(ProcessHandle handle, String marker) {
    private static final Duration POLL = Duration.ofMillis(20);

    /// The process whose pid stands in the first line of the file, if it lives and carries the
    /// marker.
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

    /// The one that was started here, if it lives. Else the one that the pid file names: somebody
    /// else may have started it again.
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

    /// Whether it ended within the limit.
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
