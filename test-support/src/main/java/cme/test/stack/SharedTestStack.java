package cme.test.stack;

import cme.stack.kafka.KafkaLogin;
import cme.stack.postgres.Database;
import cme.stack.postgres.Superuser;
import cme.stack.process.DataFolder;
import cme.stack.process.FolderLock;
import cme.stack.process.StackFailure;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The PostgreSQL and the broker that the test JVMs of one module share. The first JVM that asks
/// for them starts them in a process of its own, which ends with the last of them. Modules share
/// nothing, so Maven may test several at a time.
public final class SharedTestStack {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);

    private final SharedTestStackState state;

    private SharedTestStack(SharedTestStackState state) {
        this.state = state;
    }

    /// Starts the shared stack if it is not running, and registers this JVM as a user of it.
    public static SharedTestStack join() {
        Path folder = folder();
        try {
            DataFolder data = DataFolder.open(folder);
            try (FolderLock _ =
                    FolderLock.acquire(folder.resolve(SharedTestStackMain.LOCK), LOCK_LIMIT)) {
                new WatchedPids(folder.resolve(SharedTestStackMain.WATCHED))
                        .add(ProcessHandle.current());
                SharedTestStackProcess process = new SharedTestStackProcess(data);
                if (!process.isAlive()) {
                    SharedTestStackState.delete(folder);
                    process.start();
                }
                return new SharedTestStack(SharedTestStackState.read(folder).orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return Path.of("target", "local-stack").toAbsolutePath();
    }

    /// The key whose tokens the services under test accept.
    ///
    /// @throws StackFailure when no test stack was started in this project
    static SigningKey key() {
        return SharedTestStackState.read(folder())
                .map(SharedTestStackState::signingKey)
                .map(SigningKey::read)
                .orElseThrow(() -> new StackFailure("The test stack is not running."));
    }

    public Tokens tokens() {
        return new Tokens(SigningKey.read(state.signingKey()));
    }

    /// How a user of the broker logs in.
    public KafkaLogin kafka(String user) {
        return KafkaLogin.of(DataFolder.open(state.folder()), state.bootstrapServers(), user);
    }

    /// Creates an empty database with a role of its own. It disappears with the stack unless it is
    /// dropped before.
    public Database freshDatabase() {
        return superuser().database("test_" + Long.toString(random(), Character.MAX_RADIX));
    }

    /// A connection of the superuser to the database with this URL.
    public Connection connectAsSuperuser(String url) {
        return superuser().connect(url);
    }

    public void drop(Database database) {
        superuser().drop(database);
    }

    private Superuser superuser() {
        return new Superuser(DataFolder.open(state.folder()), state.postgresPort());
    }

    private static long random() {
        return ThreadLocalRandom.current().nextLong(1L << 30, 1L << 60);
    }
}
