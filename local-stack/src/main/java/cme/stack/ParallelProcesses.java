package cme.stack;

import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Starts or stops several processes at the same time.
final class ParallelProcesses {
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private final Consumer<String> progress;
    private volatile boolean interrupted;

    ParallelProcesses(Consumer<String> progress) {
        this.progress = progress;
    }

    /// Starts all and says of each how long it took. If one fails, its failure is thrown when the
    /// others have come to an end too.
    void start(List<? extends StackProcess> processes) {
        forEach(
                processes,
                process -> {
                    if (interrupted) {
                        throw new StackFailure("Interrupted.");
                    }
                    Instant from = Instant.now();
                    process.start();
                    double seconds = Duration.between(from, Instant.now()).toMillis() / 1000.0;
                    progress.accept(
                            String.format(Locale.ROOT, "  %-20s %5.1f s", process.name(), seconds));
                });
    }

    void stop(List<? extends StackProcess> processes, Duration limit) {
        forEach(processes, process -> process.stop(limit));
    }

    /// Makes starts that are under way fail, and all later ones; waits until they have.
    void interrupt() {
        interrupted = true;
        busy.forEach(Thread::interrupt);
        busy.forEach(ParallelProcesses::joinUninterrupted);
    }

    private void forEach(
            List<? extends StackProcess> processes, Consumer<? super StackProcess> work) {
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        List<Thread> threads = new ArrayList<>();
        for (StackProcess process : processes) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        busy.add(Thread.currentThread());
                                        try {
                                            work.accept(process);
                                        } catch (RuntimeException e) {
                                            failures.add(e);
                                        } finally {
                                            busy.remove(Thread.currentThread());
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            joinUninterrupted(thread);
        }
        RuntimeException first = failures.poll();
        if (first != null) {
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void joinUninterrupted(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
