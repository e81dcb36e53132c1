package cme.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A JVM of the stack. It writes its own pid file before it becomes a JVM, so that none can run
/// without one, and it ignores SIGINT and SIGHUP: a terminal sends those to everything in it at
/// once, while the stack ends its processes one after the other.
public abstract class JvmProcess extends StackProcess {
    private static final String LAUNCH =
            "trap '' INT HUP; pid=$1; shift; echo $$ >\"$pid\" && exec \"$@\"";
    private static final Duration POLL = Duration.ofMillis(100); // a question costs it work

    private final DataFolder folder;
    private final Duration startLimit;
    private volatile @Nullable KnownProcess started;

    protected JvmProcess(String name, DataFolder folder, Duration startLimit) {
        super(name);
        this.folder = folder;
        this.startLimit = startLimit;
    }

    /// The arguments of `java`: options, then class or jar, then its arguments.
    protected abstract List<String> arguments();

    protected abstract Map<String, String> environment();

    /// Goes through the environment, as it would fill pages in a list of processes. None for a jar.
    protected abstract Optional<String> classPath();

    /// The working directory.
    protected abstract Path directory();

    /// True if the running process answers.
    protected abstract boolean isReady(KnownProcess process);

    @Override
    protected final void launch() {
        log().rotate();
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh", pidFile().toString()));
        // The marker comes first: the system shows only so much of a long command line.
        command.addAll(List.of(ProjectFolder.java(), marker()));
        command.addAll(arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        classPath().ifPresent(path -> builder.environment().put("CLASSPATH", path));
        builder.directory(directory().toFile());
        builder.redirectErrorStream(true).redirectOutput(log().path().toFile());
        try {
            Files.deleteIfExists(pidFile());
            Process process = builder.start();
            started = new KnownProcess(process.toHandle(), marker());
            process.getOutputStream().close();
            awaitReady(process);
        } catch (IOException e) {
            throw new StackFailure("Cannot start " + name() + ": " + e.getMessage(), e);
        }
    }

    private void awaitReady(Process process) {
        Instant end = Instant.now().plus(startLimit);
        while (true) {
            if (!process.isAlive()) {
                throw failure(name() + " ended while it started");
            }
            if (running().filter(this::isReady).isPresent()) {
                return;
            }
            if (Instant.now().isAfter(end)) {
                throw failure(name() + " was not ready after " + startLimit.toSeconds() + " s");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new StackFailure("Interrupted while " + name() + " started.");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private StackFailure failure(String what) {
        return new StackFailure(
                what + ": " + log().lastUsefulLine() + " (log: " + log().path() + ")");
    }

    @Override
    protected final void terminate(Duration limit) {
        KnownProcess mine = started;
        if (mine != null && mine.handle().isAlive() && !mine.isAlive()) {
            // Not a JVM yet, or already on its way out: nothing to be gentle with.
            mine.handle().destroyForcibly();
        }
        running()
                .ifPresent(
                        process -> {
                            process.handle().destroy();
                            process.awaitEnd(limit);
                        });
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final Optional<KnownProcess> running() {
        return KnownProcess.either(started, pidFile(), marker());
    }

    private String marker() {
        return marker(name(), folder);
    }

    static String marker(String name, DataFolder folder) {
        return "-Dcme.process=" + name + "@" + folder.root() + ";";
    }

    @Override
    public final LogFile log() {
        return folder.log(name());
    }

    @Override
    protected final Path pidFile() {
        return folder.pidFile(name());
    }
}
