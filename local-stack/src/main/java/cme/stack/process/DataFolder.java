package cme.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/// The layout of a data folder. One running stack owns a data folder as a whole, by {@link
/// FolderLock}.
public final class DataFolder {
    private static final int SECRET_BYTES = 18;

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    /// Creates what is missing.
    ///
    /// @throws StackFailure when nothing can be written there
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            DataFolder folder = new DataFolder(path.toRealPath());
            Files.createDirectories(folder.root.resolve("run"));
            Files.createDirectories(folder.root.resolve("log"));
            Files.createDirectories(folder.secrets());
            Files.setPosixFilePermissions(
                    folder.secrets(), PosixFilePermissions.fromString("rwx------"));
            // A folder of root's may be writable by its mode and still lie on a read-only or full
            // disk. Several brokers may try it at once.
            Path probe = Files.createTempFile(folder.root.resolve("run"), "probe", "");
            Files.write(probe, new byte[4096]);
            Files.delete(probe);
            return folder;
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + path + ": " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.FileAlreadyExistsException _ -> "it is a file, not a folder";
            case java.nio.file.FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    public Path root() {
        return root;
    }

    /// Keys and passwords; readable by their owner alone.
    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path pidFile(String process) {
        return root.resolve("run").resolve(process + ".pid");
    }

    public LogFile log(String process) {
        return new LogFile(root.resolve("log").resolve(process + ".log"));
    }

    /// The secret of this name, made at random the first time.
    public String randomSecret(String name) {
        return randomSecret(name, SECRET_BYTES);
    }

    /// As [#randomSecret(String)], of so many bytes, as hexadecimal digits.
    public String randomSecret(String name, int bytes) {
        return secret(name, () -> HexFormat.of().formatHex(random(bytes)));
    }

    /// Random bytes for a secret.
    public static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /// Reads a secret, which is made when there is none yet.
    public synchronized String secret(String name, Supplier<String> made) {
        Path file = secrets().resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(name, made.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /// Writes a file that only its owner may read, whole or not at all.
    public void writeSecret(String name, String content) {
        Path file = secrets().resolve(name);
        Path unfinished = secrets().resolve(name + ".new");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
