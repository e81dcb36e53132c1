package cme.stack;

import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Starts dead processes again, with growing pauses, and gives up if they keep dying.
final class Watchdog implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Consumer<String> progress;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Watchdog(Consumer<String> progress) {
        this.progress = progress;
    }

    void over(StackProcess process) {
        threads.add(Thread.ofVirtual().name("watch " + process.name()).start(() -> run(process)));
    }

    /// @throws StackFailure when a process died too often
    void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new StackFailure(String.valueOf(e.getCause().getMessage()), e);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        end.complete(null);
    }

    private void run(StackProcess process) {
        try {
            int deaths = 0;
            Instant lastDeath = Instant.EPOCH;
            while (!end.isDone()) {
                Thread.sleep(LOOK);
                if (!process.isMissing()) {
                    continue;
                }
                deaths = lastDeath.plus(STABLE).isBefore(Instant.now()) ? 1 : deaths + 1;
                if (deaths > ATTEMPTS) {
                    end.completeExceptionally(
                            new StackFailure(process.name() + " died " + ATTEMPTS + " times."));
                    return;
                }
                restart(process, deaths);
                lastDeath = Instant.now();
            }
        } catch (InterruptedException _) {
            // The stack ends.
        }
    }

    private void restart(StackProcess process, int deaths) throws InterruptedException {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (deaths - 1));
        progress.accept(
                "%s died; its last words: \"%s\". Starting it again in %d s."
                        .formatted(
                                process.name(), process.log().lastUsefulLine(), pause.toSeconds()));
        Thread.sleep(pause);
        try {
            if (process.isMissing()) {
                process.start();
                progress.accept(process.name() + " is back.");
            }
        } catch (StackFailure e) {
            progress.accept(e.getMessage());
        }
    }
}
