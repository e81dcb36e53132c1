package cme.stack.postgres;

import cme.stack.process.StackFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at the primary whether its standby follows, and notes when the standby has every commit
/// that was acknowledged. With [DataDurability#PREFERRED] it also tells the primary whether to wait
/// for the standby.
final class StandbyWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    /// The standby counts once commits wait for it; from then on it needs to reach the end of the
    /// log as it was at that moment.
    private static final String STATE =
            """
            SELECT current_setting('synchronous_standby_names') <> '',
                r.state IS NOT DISTINCT FROM 'streaming',
                r.sync_state IS NOT DISTINCT FROM 'sync',
                pg_current_wal_flush_lsn()::text,
                coalesce(r.flush_lsn >= ?::pg_lsn, false)
            FROM (SELECT 1) AS one LEFT JOIN pg_stat_replication r ON r.application_name = ?
            """;

    private final Replication pair;
    private final Supplier<Postgres> primary;
    private final Consumer<String> progress;
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable String target;

    StandbyWatch(Replication pair, Supplier<Postgres> primary, Consumer<String> progress) {
        this.pair = pair;
        this.primary = primary;
        this.progress = progress;
        this.thread = Thread.ofVirtual().name("standby-watch").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            Postgres looked = primary.get();
            target = null;
            try (Connection connection = looked.direct().connect();
                    var state = connection.prepareStatement(STATE)) {
                while (!closed && pair.isPrimary(looked.server())) {
                    look(looked, connection, state);
                    pause();
                }
            } catch (SQLException | IOException | StackFailure _) {
                // The primary is down or has just been replaced.
                pause();
            }
        }
    }

    private void look(Postgres looked, Connection connection, PreparedStatement state)
            throws SQLException, IOException {
        state.setString(1, target == null ? "FFFFFFFF/FFFFFFFF" : target);
        state.setString(2, pair.otherThan(looked.server()).name());
        try (ResultSet row = state.executeQuery()) {
            row.next();
            boolean waits = row.getBoolean(1);
            boolean follows = row.getBoolean(2);
            if (!pair.waitsFromTheStart() && waits != follows) {
                waitForStandby(looked, connection, follows);
                return;
            }
            if (!row.getBoolean(3)) {
                target = null;
            } else if (target == null) {
                target = row.getString(4);
            } else if (row.getBoolean(5) && !pair.isStandbyComplete()) {
                note(looked);
            }
        }
    }

    private void note(Postgres looked) {
        synchronized (pair) {
            if (pair.isPrimary(looked.server())) {
                pair.standbyIsComplete(true);
            }
        }
        progress.accept("The standby of " + looked.name() + " has every commit.");
    }

    /// The note is taken back before the first commit is acknowledged without the standby.
    private void waitForStandby(Postgres looked, Connection connection, boolean waits)
            throws SQLException, IOException {
        target = null;
        pair.standbyIsComplete(false);
        looked.writeSettings(waits);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
        progress.accept(
                waits
                        ? "Commits wait for the standby of " + looked.name() + "."
                        : "The standby is gone: commits go on with one copy, on "
                                + looked.name()
                                + ".");
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
