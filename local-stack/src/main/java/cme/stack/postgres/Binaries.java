package cme.stack.postgres;

import cme.stack.process.ProjectFolder;
import cme.stack.process.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked into the build folder once per version.
record Binaries(Path folder) {
    static Binaries unpacked() {
        String platform = platform();
        Path jar =
                ProjectFolder.resolvedJars().stream()
                        .filter(path -> path.toString().contains("postgres-binaries-" + platform))
                        .findFirst()
                        .orElseThrow(() -> new StackFailure("No PostgreSQL for " + platform + "."));
        String name = jar.getFileName().toString().replace(".jar", "");
        Path folder = ProjectFolder.target().resolve(name);
        if (!Files.exists(folder)) {
            unpack(jar, folder);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String os = system.startsWith("mac") ? "darwin" : system;
        String cpu = machine.equals("aarch64") ? "arm64v8" : "amd64";
        boolean known =
                (os.equals("linux") || os.equals("darwin"))
                        && (machine.equals("aarch64") || machine.matches("amd64|x86_64"));
        if (!known) {
            throw new StackFailure(
                    "PostgreSQL comes for Linux and macOS on x86-64 and ARM64; this is "
                            + system
                            + " on "
                            + machine
                            + ".");
        }
        return os + "-" + cpu;
    }

    /// Another process may do the same at the same time: each unpacks into a folder of its own, and
    /// the first to finish gives it its name.
    private static void unpack(Path jar, Path folder) {
        try {
            Path unfinished =
                    Files.createTempDirectory(folder.getParent(), folder.getFileName() + "-");
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry archive =
                        zip.stream().filter(e -> e.getName().endsWith(".txz")).findFirst().get();
                try (InputStream in = new BufferedInputStream(zip.getInputStream(archive));
                        var tar = new TarArchiveInputStream(new XZInputStream(in))) {
                    extract(tar, unfinished);
                }
            }
            try {
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.exists(folder)) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "Cannot unpack PostgreSQL to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void extract(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("The archive points outside itself: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, file);
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
