package cme.stack.test;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.process.FolderLock;
import cme.stack.process.Folders;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// The main class of the process that keeps the shared test stack: starts it, and ends it and
/// itself when the last build that uses it is gone, be it over or killed. Argument: its folder.
final class Keeper {
    static final String LOCK = "join.lock";
    static final String WATCHED = "watched";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;

    private Keeper() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path data = folder.resolve("stack");
        LocalStack stack = start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        new KeeperState(
                        data,
                        stack.ports().postgres(),
                        stack.ports().kafka(),
                        data.resolve("secrets").resolve(LocalStack.SIGNING_KEY))
                .write(folder);
        WatchedPids watched = new WatchedPids(folder.resolve(WATCHED));
        // The folder goes with "mvn clean"; nobody can find this stack then.
        while (KeeperState.exists(folder)) {
            Thread.sleep(LOOK);
            if (KeeperState.exists(folder) && !watched.anyAlive()) {
                try (FolderLock _ = FolderLock.acquire(folder.resolve(LOCK), LOCK_LIMIT)) {
                    // Another build may have joined before the lock was ours.
                    if (!watched.anyAlive()) {
                        KeeperState.delete(folder);
                        stack.close();
                        deleteData(data);
                        Folders.delete(folder.resolve(WATCHED));
                    }
                }
            }
        }
        stack.close();
    }

    /// On free ports. One of them may be taken by another build in the moment before it is used.
    private static LocalStack start(Path data) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Options options =
                        Options.in(data)
                                .on(Ports.free())
                                .notDurable()
                                .withoutServices()
                                .tellingProgressTo(System.out::println);
                LocalStack stack = LocalStack.open(options);
                // Not durable, so what a killed build left is not to be trusted.
                deleteData(data);
                stack.start();
                return stack;
            } catch (StackFailure e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                System.out.println(e.getMessage());
            }
        }
    }

    private static void deleteData(Path data) throws IOException {
        Folders.delete(data.resolve("postgres"));
        Folders.delete(data.resolve("kafka"));
    }
}
