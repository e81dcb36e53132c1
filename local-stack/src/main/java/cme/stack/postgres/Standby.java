package cme.stack.postgres;

import cme.stack.process.Folders;
import cme.stack.process.StackFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// A server that follows the primary, and its data.
record Standby(Postgres own, Postgres primary, Replication pair) {

    /// The file that makes a server a standby.
    static final String SIGNAL = "standby.signal";

    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    /// The data of a standby are used again. Those of a primary are not: they may have commits that
    /// nobody else has.
    void copyUnlessOwn() throws IOException {
        if (!Files.exists(own.data().resolve(SIGNAL))) {
            copy();
        }
    }

    /// Replaces the data by a copy of the primary's, once that is whole.
    void copy() throws IOException {
        Path unfinished = own.data().resolveSibling(own.name() + ".new");
        Folders.delete(unfinished);
        pair.standbyIsComplete(false);
        try (Connection connection = primary.direct().connect()) {
            BaseCopy.make(connection, pair.login(), primary.data(), unfinished);
        } catch (SQLException e) {
            throw new StackFailure(
                    "Cannot copy %s to %s: %s"
                            .formatted(primary.name(), own.name(), e.getMessage()),
                    e);
        }
        Folders.delete(own.data());
        Files.move(unfinished, own.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Waits until the running standby follows the primary, if that runs.
    ///
    /// @return true if the primary has deleted a part of the log that this standby lacks
    boolean isTooOld() {
        Instant end = Instant.now().plus(FOLLOWS_WITHIN);
        while (primary.isAlive() && !isFollowing() && Instant.now().isBefore(end)) {
            if (own.log().says("has already been removed")) {
                return true;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return false;
    }

    private boolean isFollowing() {
        return holds(own, "FROM pg_stat_wal_receiver WHERE status = 'streaming'");
    }

    private static boolean holds(Postgres server, String condition) {
        try (Connection connection = server.direct().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT " + condition)) {
            return found.next();
        } catch (SQLException _) {
            return false;
        }
    }

    static boolean isPrimary(Postgres server) {
        return holds(server, "WHERE NOT pg_is_in_recovery()");
    }

    /// Makes a primary of a running standby.
    static void promote(Postgres standby) {
        try (Connection connection = standby.direct().connect();
                var statement = connection.createStatement();
                var done = statement.executeQuery("SELECT pg_promote(true, 60)")) {
            if (!done.next() || !done.getBoolean(1)) {
                throw new StackFailure(standby.name() + " did not become the primary in time.");
            }
        } catch (SQLException e) {
            throw new StackFailure("Cannot promote " + standby.name() + ": " + e.getMessage(), e);
        }
    }
}
