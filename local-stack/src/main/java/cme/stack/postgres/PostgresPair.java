package cme.stack.postgres;

import cme.stack.postgres.Replication.Server;
import cme.stack.process.DataFolder;
import cme.stack.process.StackFailure;

import java.util.List;
import java.util.function.Consumer;

/// A primary and a standby, to which every commit is streamed.
///
/// The holder of the data folder, which watches both servers, promotes the standby: it ends the
/// primary for good, notes who the primary is from now on, and only then promotes. What was the
/// primary comes back as a standby with a fresh copy.
public final class PostgresPair implements AutoCloseable {
    /// The folder and the name of the first server.
    public static final String FIRST = "postgres-1";

    static final String SECOND = "postgres-2";

    private final Replication replication;
    private final List<Postgres> servers;
    private final StandbyWatch watch;

    private PostgresPair(Replication replication, boolean durable, Consumer<String> progress) {
        this.replication = replication;
        this.servers =
                replication.servers().stream()
                        .map(server -> Postgres.of(replication, server, durable))
                        .toList();
        this.watch = new StandbyWatch(replication, this::primary, progress);
    }

    /// @param ports of the first and of the second server
    /// @param durable see [Postgres]
    /// @param progress takes lines for the user, from any thread
    public static PostgresPair in(
            DataFolder folder,
            List<Integer> ports,
            boolean durable,
            DataDurability durability,
            Consumer<String> progress) {
        var servers =
                List.of(new Server(FIRST, ports.getFirst()), new Server(SECOND, ports.getLast()));
        return new PostgresPair(new Replication(folder, servers, durability), durable, progress);
    }

    /// The servers of a stack that another process runs.
    public static PostgresPair of(DataFolder folder, List<Integer> ports) {
        return in(folder, ports, true, DataDurability.REQUIRED, _ -> {});
    }

    /// Both servers, the primary first.
    public List<Postgres> servers() {
        return List.of(primary(), standby());
    }

    public Postgres primary() {
        return of(replication.primary());
    }

    public Postgres standby() {
        return of(replication.otherThan(replication.primary()));
    }

    private Postgres of(Server server) {
        return servers.stream()
                .filter(one -> one.server().equals(server))
                .findFirst()
                .orElseThrow();
    }

    /// Begins to look after the standby, once both servers run.
    public void watch() {
        watch.start();
    }

    /// True if the standby has every commit that was acknowledged and may be promoted.
    public boolean isStandbyComplete() {
        return replication.isStandbyComplete();
    }

    /// Promotes the standby if the primary should run and does not.
    ///
    /// @return false if the primary runs
    /// @throws StackFailure when the standby lacks commits or does not become the primary
    public boolean promoteIfPrimaryIsMissing() {
        Postgres old = primary();
        synchronized (old) {
            if (!old.isMissing()) {
                return false;
            }
            replace(old);
        }
        return true;
    }

    /// Kills the primary, whatever state it is in, and promotes the standby.
    ///
    /// @return the new primary
    /// @throws StackFailure when the standby lacks commits, which changes nothing, or when it does
    ///   not become the primary
    public Postgres promote() {
        Postgres old = primary();
        // Nobody starts the old one again meanwhile.
        synchronized (old) {
            requirePromotable();
            old.kill();
            replace(old);
        }
        return primary();
    }

    private void replace(Postgres dead) {
        Postgres next = of(replication.otherThan(dead.server()));
        synchronized (replication) {
            requirePromotable();
            replication.makePrimary(next.server());
        }
        try {
            Standby.promote(next);
        } catch (StackFailure e) {
            // The next start of this one is as the primary in any case.
            next.kill();
            throw e;
        }
    }

    /// @throws StackFailure when the standby lacks commits or does not run
    public void requirePromotable() {
        if (!replication.isStandbyComplete()) {
            throw new StackFailure(
                    standby().name()
                            + " lacks commits that were acknowledged and is not promoted; "
                            + primary().name()
                            + " has them.");
        }
        if (!standby().isAlive()) {
            throw new StackFailure(standby().name() + " does not run and cannot be promoted.");
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
