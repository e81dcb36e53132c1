package cme.stack.postgres;

import cme.stack.postgres.Replication.Server;
import cme.stack.process.Commands;
import cme.stack.process.DataFolder;
import cme.stack.process.Folders;
import cme.stack.process.KnownProcess;
import cme.stack.process.LogFile;
import cme.stack.process.StackFailure;
import cme.stack.process.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of a data folder. Its own `postmaster.pid` is its pid file.
///
/// One of two starts as a standby unless it is the primary: with its own data if those are of a
/// standby, else with a fresh copy of the primary's.
///
/// It is started through `pg_ctl`, which gives it a session of its own, so that Ctrl-C in a
/// terminal does not reach it before the services have ended.
public final class Postgres extends StackProcess {
    private static final String NAME = "postgres";
    private static final Duration START_LIMIT = Duration.ofMinutes(5); // a long crash recovery
    private static final Duration SESSIONS_LIMIT = Duration.ofSeconds(20);

    private final DataFolder folder;
    private final Server server;
    private final boolean durable;
    private final Superuser superuser;
    private final Optional<Replication> pair;
    private @Nullable Account account;
    private volatile @Nullable KnownProcess started;

    /// @param durable whether a commit is on the disk when it is acknowledged; false for tests only
    public Postgres(DataFolder folder, int port, boolean durable) {
        this(folder, new Server(NAME, port), durable, Optional.empty());
    }

    private Postgres(
            DataFolder folder, Server server, boolean durable, Optional<Replication> pair) {
        super(server.name());
        this.folder = folder;
        this.server = server;
        this.durable = durable;
        this.pair = pair;
        this.superuser =
                new Superuser(
                        folder,
                        pair.map(two -> two.servers().stream().map(Server::port).toList())
                                .orElse(List.of(server.port())));
    }

    /// Makes one of two servers.
    static Postgres of(Replication pair, Server server, boolean durable) {
        return new Postgres(pair.folder(), server, durable, Optional.of(pair));
    }

    /// Names all servers that the data folder may have, to end those that were left running.
    public static List<Postgres> allOf(DataFolder folder) {
        return Stream.of(NAME, PostgresPair.FIRST, PostgresPair.SECOND)
                .map(name -> new Postgres(folder, new Server(name, 0), true, Optional.empty()))
                .toList();
    }

    Server server() {
        return server;
    }

    public int port() {
        return server.port();
    }

    /// True if the server answers and takes writes.
    public boolean isPrimary() {
        return Standby.isPrimary(this);
    }

    /// The access to this server, whatever its role.
    Superuser direct() {
        return new Superuser(folder, server.port());
    }

    /// The stack's own access, to create databases and roles. One of two leads to the primary.
    public Superuser superuser() {
        return superuser;
    }

    Path data() {
        return folder.root().resolve(name());
    }

    @Override
    protected Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    @Override
    public LogFile log() {
        return folder.log(name());
    }

    @Override
    public Optional<KnownProcess> running() {
        return KnownProcess.either(started, pidFile(), marker());
    }

    /// `pg_ctl` starts the server as `postgres -D <folder>`; its children go by other titles.
    private String marker() {
        return "-D " + data();
    }

    @Override
    protected void launch() {
        Binaries binaries = Binaries.unpacked();
        Account as = account == null ? Account.choose() : account;
        account = as;
        try {
            log().rotate();
            var standby = standby();
            if (standby.isPresent()) {
                standby.get().copyUnlessOwn();
            } else if (!Files.exists(data())) {
                create(binaries, as);
            }
            run(binaries, as);
            if (standby.filter(Standby::isTooOld).isPresent()) {
                terminate(SESSIONS_LIMIT);
                standby.get().copy();
                run(binaries, as);
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + data() + ": " + e.getMessage(), e);
        }
    }

    private void run(Binaries binaries, Account as) throws IOException {
        if (pair.filter(two -> two.isPrimary(server)).isPresent()) {
            Files.deleteIfExists(data().resolve(Standby.SIGNAL));
            // After a crash, commits are visible that the standby may never have got.
            pair.get().standbyIsComplete(false);
        }
        writeSettings(pair.filter(Replication::waitsFromTheStart).isPresent());
        as.takeOver(data());
        forgetReusedPid();
        run(as.command(startCommand(binaries)));
        started = KnownProcess.of(pidFile(), marker()).orElse(null);
    }

    /// @param waits see [Settings#replicated]; without a meaning for one server
    void writeSettings(boolean waits) throws IOException {
        String further = pair.map(two -> Settings.replicated(two, server, waits)).orElse("");
        Files.writeString(
                data().resolve("postgresql.conf"), Settings.text(server.port(), durable) + further);
    }

    private Optional<Standby> standby() {
        return pair.filter(two -> !two.isPrimary(server))
                .map(two -> new Standby(this, of(two, two.primary(), durable), two));
    }

    private List<String> startCommand(Binaries binaries) {
        return List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + data(),
                "--log=" + log().path(),
                "--timeout=" + START_LIMIT.toSeconds(),
                "--silent");
    }

    /// Sessions of a killed server live until they notice, and its pid still looks alive to
    private void run(List<String> command) {
        Instant end = Instant.now().plus(SESSIONS_LIMIT);
        while (!Commands.run(command).succeeded()) {
            String trouble = log().lastUsefulLine();
            boolean passes =
                    trouble.contains("shared memory block")
                            || trouble.contains("postmaster.pid") && running().isEmpty();
            if (!passes || Instant.now().isAfter(end)) {
                throw new StackFailure(
                        "PostgreSQL did not start: " + trouble + " (log: " + log().path() + ")");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /// Built beside and renamed when whole: a first start that is killed leaves nothing half made.
    private void create(Binaries binaries, Account as) throws IOException {
        Path unfinished = folder.root().resolve(name() + ".new");
        Folders.delete(unfinished);
        Files.createDirectory(unfinished);
        as.takeOver(unfinished);
        Path password = Files.createTempFile("cme", ".password");
        try {
            Files.writeString(password, superuser.password());
            as.takeOver(password);
            Commands.Outcome outcome =
                    Commands.run(as.command(initdb(binaries, unfinished, password)));
            if (!outcome.succeeded()) {
                throw new StackFailure("Cannot create a database: " + outcome.usefulLine());
            }
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Binaries binaries, Path target, Path password) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + Superuser.NAME,
                "--pwfile=" + password,
                // Other users of this machine reach loopback too, so a password it is, not trust.
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order and case rules on every system.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durable ? "--data-checksums" : "--no-sync");
    }

    /// PostgreSQL refuses to start when the pid in its file is alive, even if by now another
    /// program has it. With a dead pid the file must stay: PostgreSQL then makes sure that no child
    /// is left.
    private void forgetReusedPid() throws IOException {
        if (Files.exists(pidFile()) && running().isEmpty()) {
            String pid = Files.readString(pidFile()).lines().findFirst().orElse("").strip();
            boolean reused =
                    pid.matches("\\d{1,18}")
                            && ProcessHandle.of(Long.parseLong(pid))
                                    .filter(other -> other.info().command().isPresent())
                                    .isPresent();
            if (reused) {
                Files.delete(pidFile());
            }
        }
    }

    /// SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
    @Override
    protected void terminate(Duration limit) {
        running()
                .ifPresent(
                        process -> {
                            process.interrupt();
                            process.awaitEnd(limit);
                        });
    }
}
