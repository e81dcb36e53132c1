package cme.stack;

import cme.stack.kafka.Kafka;
import cme.stack.postgres.Postgres;
import cme.stack.process.DataFolder;
import cme.stack.process.FolderLock;
import cme.stack.process.KnownProcess;
import cme.stack.process.Orphans;
import cme.stack.process.StackFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `./cme stop`: asks a running stack to end; ends what is left where none runs.
record StopCommand(Path data) {
    private static final Duration GENTLE =
            Duration.ofSeconds(75); // longer than a stack takes itself
    private static final Duration FORCED = Duration.ofSeconds(10);

    static StopCommand of(List<String> line) {
        return new StopCommand(
                Arguments.parse(line, Set.of(), Set.of("--data")).withoutWords().data());
    }

    /// @throws StackFailure when it will not end
    void run() {
        if (!Files.isDirectory(data)) {
            throw new StackFailure("No data folder " + data + ".");
        }
        DataFolder folder = DataFolder.open(data);
        Path file = folder.root().resolve(LocalStack.LOCK);
        Optional<FolderLock> lock = FolderLock.tryAcquire(file);
        boolean running = lock.isEmpty();
        try (FolderLock _ = lock.orElseGet(() -> end(file))) {
            int left = endOrphans(folder);
            if (left > 0) {
                System.out.println("Ended " + left + " processes that were left over.");
            } else {
                System.out.println(running ? "Stopped." : "Nothing was running on " + data + ".");
            }
        }
    }

    private static FolderLock end(Path file) {
        ProcessHandle stack =
                FolderLock.holder(file)
                        .orElseThrow(() -> new StackFailure(file + " is locked by nobody known."));
        System.out.println("Stopping process " + stack.pid() + " ...");
        stack.destroy();
        try {
            FolderLock lock = FolderLock.acquire(file, GENTLE);
            // It gives the lock back shortly before it ends.
            new KnownProcess(stack, "").ended(FORCED);
            return lock;
        } catch (StackFailure _) {
            System.out.println("It does not end by itself: killing it.");
            stack.destroyForcibly();
            return FolderLock.acquire(file, FORCED);
        }
    }

    /// Ends the processes that an earlier stack left running: its services, then Kafka, then
    /// PostgreSQL. Only the holder of the folder's lock may call it.
    ///
    /// @return how many processes there were
    static int endOrphans(DataFolder folder) {
        int jvms = Orphans.end(folder, Kafka.NAME, LocalStack.STOP_LIMIT);
        // They are found by the data folder, so the ports do not matter.
        List<Postgres> servers = Postgres.allOf(folder).stream().filter(Postgres::isAlive).toList();
        servers.forEach(server -> server.stop(LocalStack.STOP_LIMIT));
        return jvms + servers.size();
    }
}
