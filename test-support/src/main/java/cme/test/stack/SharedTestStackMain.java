package cme.test.stack;

import cme.stack.LocalStack;
import cme.stack.Options;
import cme.stack.Ports;
import cme.stack.process.FolderLock;
import cme.stack.process.Folders;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Starts the shared test stack in a process of its own, and ends both when the last JVM that uses
/// them has finished or was killed. Argument: the folder of the process.
final class SharedTestStackMain {
    static final String LOCK = "join.lock";
    static final String WATCHED = "watched";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;

    private SharedTestStackMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path data = folder.resolve("stack");
        LocalStack stack = start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        new SharedTestStackState(
                        data,
                        stack.ports().postgres(),
                        stack.ports().kafka(),
                        data.resolve("secrets").resolve(LocalStack.SIGNING_KEY))
                .write(folder);
        WatchedPids watched = new WatchedPids(folder.resolve(WATCHED));
        // "mvn clean" deletes the folder, and then no test can find this stack.
        while (SharedTestStackState.exists(folder)) {
            Thread.sleep(LOOK);
            if (SharedTestStackState.exists(folder) && !watched.anyAlive()) {
                try (FolderLock _ = FolderLock.acquire(folder.resolve(LOCK), LOCK_LIMIT)) {
                    // Another build may have joined before the lock was ours.
                    if (!watched.anyAlive()) {
                        SharedTestStackState.delete(folder);
                        stack.close();
                        deleteData(data);
                        Folders.delete(folder.resolve(WATCHED));
                    }
                }
            }
        }
        stack.close();
    }

    /// Starts on free ports. Another build may take one of them before it is used, hence the
    /// attempts.
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
                // The data is not durable: the files of a killed build may be damaged.
                deleteData(data);
                stack.start();
                stack.kafka().grant(TestRights.OF_CHASSIS);
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
