package cme.stack;

import cme.stack.postgres.PostgresPair;
import cme.stack.process.DataFolder;
import cme.stack.process.FolderLock;
import cme.stack.process.StackFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// `./cme promote`: ends the primary of a running cluster gently. The stack that runs it promotes
/// the standby then, as it does when the primary dies.
record PromoteCommand(Path data) {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    static PromoteCommand of(List<String> line) {
        return new PromoteCommand(
                Arguments.parse(line, Set.of(), Set.of("--data")).withoutWords().data());
    }

    /// @throws StackFailure when no cluster runs there or its standby cannot be promoted
    void run() {
        if (!Files.isDirectory(data.resolve(PostgresPair.FIRST))) {
            throw new StackFailure("No cluster in " + data + "; ./cme start --cluster makes one.");
        }
        DataFolder folder = DataFolder.open(data);
        FolderLock.tryAcquire(folder.root().resolve(LocalStack.LOCK))
                .ifPresent(
                        lock -> {
                            lock.close();
                            throw new StackFailure("No stack runs on " + data + ".");
                        });
        try (PostgresPair pair =
                PostgresPair.of(folder, RememberedPorts.of(folder).postgresPair())) {
            Instant begun = Instant.now();
            String old = pair.primary().name();
            pair.requirePromotable();
            pair.primary().stop(LocalStack.STOP_LIMIT);
            awaitOther(pair, old);
            System.out.printf(
                    "%s is the primary now, after %d ms; %s comes back as its standby.%n",
                    pair.primary().name(), Duration.between(begun, Instant.now()).toMillis(), old);
        }
    }

    private static void awaitOther(PostgresPair pair, String old) {
        Instant end = Instant.now().plus(LIMIT);
        while (pair.primary().name().equals(old) || !pair.primary().isPrimary()) {
            if (Instant.now().isAfter(end)) {
                throw new StackFailure("The standby did not become the primary in time.");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
