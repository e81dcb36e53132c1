package cme.system.faults;

/// Repeats a task in a thread of its own until it is asked to stop.
final class Worker {

    private final Runnable step;
    private final Journal journal;
    private final Thread thread;
    private volatile boolean stopped;

    private Worker(Runnable step, Journal journal) {
        this.step = step;
        this.journal = journal;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    static Worker start(Runnable step, Journal journal) {
        var worker = new Worker(step, journal);
        worker.thread.start();
        return worker;
    }

    private void run() {
        try {
            while (!stopped) {
                step.run();
            }
        } catch (RuntimeException e) {
            journal.broken("%s gave up: %s", step.getClass().getSimpleName(), e);
        }
    }

    /// Asks it to begin nothing more.
    void stop() {
        stopped = true;
    }

    Thread thread() {
        return thread;
    }
}
