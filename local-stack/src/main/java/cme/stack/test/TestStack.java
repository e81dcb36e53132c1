package cme.stack.test;

import cme.stack.postgres.Database;
import cme.stack.postgres.Superuser;
import cme.stack.process.DataFolder;
import cme.stack.process.FolderLock;
import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import cme.stack.token.SigningKey;
import cme.stack.token.Tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The PostgreSQL and the broker that all test JVMs of one Maven build share. The first JVM that
/// asks starts them, in a process that outlives it and ends with the build.
public final class TestStack {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);

    private final KeeperState state;

    private TestStack(KeeperState state) {
        this.state = state;
    }

    /// Starts the shared stack if it is not running, and says that this build uses it.
    public static TestStack join() {
        Path folder = folder();
        try {
            DataFolder data = DataFolder.open(folder);
            try (FolderLock _ = FolderLock.acquire(folder.resolve(Keeper.LOCK), LOCK_LIMIT)) {
                new WatchedPids(folder.resolve(Keeper.WATCHED)).add(WatchedPids.build());
                KeeperProcess keeper = new KeeperProcess(data);
                if (!keeper.isAlive()) {
                    KeeperState.delete(folder);
                    keeper.start();
                }
                return new TestStack(KeeperState.read(folder).orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return ProjectFolder.find().resolve("target/local-stack");
    }

    /// The key whose tokens the services under test accept. It needs no running stack.
    ///
    /// @throws StackFailure when no test stack was started in this project
    static SigningKey key() {
        return KeeperState.read(folder())
                .map(KeeperState::signingKey)
                .map(SigningKey::read)
                .orElseThrow(() -> new StackFailure("The test stack is not running."));
    }

    public Tokens tokens() {
        return new Tokens(SigningKey.read(state.signingKey()));
    }

    public String bootstrapServers() {
        return state.bootstrapServers();
    }

    /// An empty database that nobody else has, with a role of its own. Drop it in the end, or leave
    /// it to the end of the build.
    public Database freshDatabase() {
        return superuser().database("test_" + Long.toString(random(), Character.MAX_RADIX));
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
