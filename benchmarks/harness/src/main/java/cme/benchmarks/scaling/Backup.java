package cme.benchmarks.scaling;

import cme.benchmarks.stack.BenchmarkStack;
import cme.benchmarks.stack.Sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/// A physical backup of the running server by the low-level functions, as `pg_basebackup` makes it:
/// the files as they are copied, and the log from the beginning of the copy to its end, which makes
/// them consistent.
final class Backup {
    /// Made by the server when it starts, or of the moment.
    private static final Set<String> NOT_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private static final Set<String> EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans",
                    "pgsql_tmp");

    private final Path data;
    private final Path target;
    private long bytes;

    private Backup(Path data, Path target) {
        this.data = data;
        this.target = target;
    }

    /// @param target a folder that does not exist; its parent does
    /// @return bytes copied
    static long of(BenchmarkStack rig, Path target) {
        var backup = new Backup(rig.folder().root().resolve("postgres"), target);
        try (Connection session = rig.superuser();
                Statement statement = session.createStatement()) {
            // The log that is written meanwhile must not be recycled before it is copied.
            statement.execute("alter system set wal_keep_size = '1TB'");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_backup_start('scale', true)");
            backup.copyFiles();
            backup.writeLabel(statement);
            backup.copyLog();
            statement.execute("alter system reset wal_keep_size");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw Sql.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy to " + target, e);
        }
        return backup.bytes;
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(
                data,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        Files.createDirectory(
                                at(folder),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")));
                        boolean isEmpty = EMPTY.contains(folder.getFileName().toString());
                        return isEmpty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (!NOT_COPIED.contains(file.getFileName().toString())) {
                            copy(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException trouble)
                            throws IOException {
                        if (trouble instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE; // a table that was dropped meanwhile
                        }
                        throw trouble;
                    }
                });
    }

    private Path at(Path original) {
        return target.resolve(data.relativize(original));
    }

    private void copy(Path file) throws IOException {
        try {
            Files.copy(file, at(file), StandardCopyOption.COPY_ATTRIBUTES);
            bytes += Files.size(at(file));
        } catch (NoSuchFileException _) {
            // A table that was dropped meanwhile: the log says so too.
        }
    }

    private void writeLabel(Statement statement) throws SQLException, IOException {
        try (var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
            row.next();
            Files.writeString(target.resolve("backup_label"), row.getString(1));
        }
    }

    private void copyLog() throws IOException {
        Path log = data.resolve("pg_wal");
        Files.createDirectories(target.resolve("pg_wal/archive_status"));
        Files.createDirectories(target.resolve("pg_wal/summaries"));
        try (var segments = Files.list(log)) {
            for (Path segment : (Iterable<Path>) segments::iterator) {
                if (Files.isRegularFile(segment)) {
                    copy(segment);
                }
            }
        }
    }
}
