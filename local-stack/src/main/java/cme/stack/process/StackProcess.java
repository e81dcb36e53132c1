package cme.stack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// One process of the stack, with the means to end it gently or not, and to start it again. Methods
/// may be called from any thread; start and stop of one process exclude each other.
public abstract class StackProcess {
    private final String name;
    private volatile boolean wanted;

    protected StackProcess(String name) {
        this.name = name;
    }

    /// The name in messages, pid files and logs, such as `credit-service`.
    public final String name() {
        return name;
    }

    /// Starts it and waits until it answers.
    ///
    /// @throws StackFailure with the last useful line of its log when it does not come up
    public final synchronized void start() {
        if (isAlive()) {
            wanted = true;
            return;
        }
        try {
            launch();
            wanted = true;
        } catch (RuntimeException e) {
            terminate(Duration.ofSeconds(5));
            throw e;
        }
    }

    /// Ends it gently, and with SIGKILL when the limit has passed. It stays down.
    public final synchronized void stop(Duration limit) {
        wanted = false;
        terminate(limit);
    }

    /// SIGKILL, as a fault: where the stack watches its processes, this one comes back.
    public final void kill() {
        running().ifPresent(process -> process.handle().destroyForcibly());
        running().ifPresent(process -> process.ended(Duration.ofSeconds(10)));
    }

    /// SIGSTOP, as a fault: the process is frozen, its connections stay open and others take it for
    /// dead.
    public final void freeze() {
        running().ifPresent(process -> process.signal("STOP"));
    }

    /// SIGCONT: the process continues and does not notice that time has passed.
    public final void thaw() {
        running().ifPresent(process -> process.signal("CONT"));
    }

    /// True if the process runs, whether this JVM started it or an earlier one.
    public final boolean isAlive() {
        return running().isPresent();
    }

    /// True if the process should run and does not.
    public final boolean isMissing() {
        return wanted && !isAlive();
    }

    public abstract Optional<KnownProcess> running();

    public abstract LogFile log();

    /// The file with its pid.
    protected abstract Path pidFile();

    protected abstract void launch();

    protected abstract void terminate(Duration limit);
}
