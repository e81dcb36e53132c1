package cme.stack.postgres;

import cme.stack.postgres.Database.Login;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/// Copies the files of a running server, as `pg_basebackup` would (PostgreSQL manual, 25.3.4): the
/// server is told the beginning and the end, and the copy replays what changed in between. The log
/// itself is read from the primary by the standby.
final class BaseCopy extends SimpleFileVisitor<Path> {

    /// Folders whose content belongs to the running server.
    private static final Set<String> LEFT_EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", Standby.SIGNAL, "backup_label");

    private final Path from;
    private final Path to;

    private BaseCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /// @param primary a session of the superuser, which must stay open meanwhile
    /// @param login the role of the standby, which is made if it is missing
    /// @param to a folder that is not there yet
    static void make(Connection primary, Login login, Path from, Path to)
            throws SQLException, IOException {
        try (Statement statement = primary.createStatement()) {
            create(statement, login);
            statement.execute("SELECT pg_backup_start('standby', true)");
            Files.walkFileTree(from, new BaseCopy(from, to));
            try (var label =
                    statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                Files.writeString(to.resolve("backup_label"), label.getString(1));
            }
        }
        Files.createFile(to.resolve(Standby.SIGNAL));
    }

    /// There is no standby yet that this commit could wait for.
    private static void create(Statement statement, Login login) throws SQLException {
        statement.execute("SET synchronous_commit = local");
        boolean exists;
        try (var found =
                statement.executeQuery(
                        "SELECT FROM pg_roles WHERE rolname = '" + login.username() + "'")) {
            exists = found.next();
        }
        statement.execute(
                "%s ROLE %s LOGIN REPLICATION PASSWORD '%s'"
                        .formatted(
                                exists ? "ALTER" : "CREATE", login.username(), login.password()));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
            throws IOException {
        Files.createDirectory(
                copyOf(folder),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!isLeftOut(from.relativize(file))) {
            try {
                Files.copy(file, copyOf(file));
            } catch (NoSuchFileException _) {
                // The server has deleted it meanwhile, and the log says so.
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
        if (trouble instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw trouble;
    }

    private static boolean isLeftOut(Path file) {
        return file.getNameCount() == 1
                ? LEFT_OUT.contains(file.toString())
                : LEFT_EMPTY.contains(file.getName(0).toString());
    }

    private Path copyOf(Path original) {
        return to.resolve(from.relativize(original));
    }
}
