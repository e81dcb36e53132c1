package cme.stack.postgres;

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
import org.jspecify.annotations.Nullable;

/// The PostgreSQL server of a data folder. Its own `postmaster.pid` is its pid file.
///
/// It is started through `pg_ctl`, which gives it a session of its own, so that Ctrl-C in a
/// terminal does not reach it before the services have ended.
public final class Postgres extends StackProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(5); // a long crash recovery
    private static final Duration SESSIONS_LIMIT = Duration.ofSeconds(20);

    private final DataFolder folder;
    private final int port;
    private final boolean durable;
    private final Superuser superuser;
    private @Nullable Account account;
    private volatile @Nullable KnownProcess started;

    /// @param durable whether a commit is on the disk when it is acknowledged; false for tests only
    public Postgres(DataFolder folder, int port, boolean durable) {
        super("postgres");
        this.folder = folder;
        this.port = port;
        this.durable = durable;
        this.superuser = new Superuser(folder, port);
    }

    /// The stack's own access, to create databases and roles.
    public Superuser superuser() {
        return superuser;
    }

    private Path data() {
        return folder.root().resolve("postgres");
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
            if (!Files.exists(data())) {
                create(binaries, as);
            }
            Files.writeString(data().resolve("postgresql.conf"), Settings.text(port, durable));
            as.takeOver(data());
            forgetReusedPid();
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + data() + ": " + e.getMessage(), e);
        }
        run(as.command(startCommand(binaries)));
        started = KnownProcess.of(pidFile(), marker()).orElse(null);
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
        Path unfinished = folder.root().resolve("postgres.new");
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
