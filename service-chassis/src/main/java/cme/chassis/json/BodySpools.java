package cme.chassis.json;

import cme.chassis.ChassisConfig;
import cme.chassis.disk.FullDisk;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Unavailable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// The folder of the bodies that are on disk, and the room that they may take there together.
@Singleton
public class BodySpools {

    private static final Logger LOG = Logger.getLogger(BodySpools.class);

    private static final String FILES = "cme-upload-*.tmp";

    /// A file has its name only while it is opened. One that is older was left by a process that
    /// was killed just then; a younger one may be of another instance.
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private final AtomicLong used = new AtomicLong();
    private final FullDisk disk;

    @Inject
    BodySpools(ChassisConfig config, Clock clock) {
        this(
                Path.of(config.spool().folder().orElse(System.getProperty("java.io.tmpdir"))),
                config.spool().maxSize().asLongValue(),
                clock);
    }

    /// @param maxBytes of all bodies together
    BodySpools(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.disk = new FullDisk("bodies", this::tryToWrite, clock);
    }

    public FullDisk disk() {
        return disk;
    }

    void removeWhatWasLeft(@Observes StartupEvent startup) throws IOException {
        removeWhatWasLeft();
    }

    void removeWhatWasLeft() throws IOException {
        Files.createDirectories(folder);
        var before = clock.instant().minus(LEFT_BEHIND);
        try (var files = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// Takes a whole body in.
    ///
    /// @throws InvalidRequest with 413 when it has more than `maxBodyBytes`
    /// @throws Unavailable when the bodies on disk have no room for it
    public BodySpool take(InputStream body, long maxBodyBytes) throws IOException {
        return BodySpool.of(body, maxBodyBytes, this);
    }

    FileChannel create() {
        try {
            return FileChannel.open(
                    folder.resolve(FILES.replace("*", UUID.randomUUID().toString())),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    /// Counts bytes before they are written.
    void reserve(int bytes) {
        if (used.addAndGet(bytes) > maxBytes) {
            used.addAndGet(-bytes);
            LOG.warnf("Refused a body: those on disk have %d bytes together", maxBytes);
            throw noRoom();
        }
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    Unavailable noRoom(IOException failure) {
        disk.failed(failure);
        return noRoom();
    }

    private static Unavailable noRoom() {
        return new Unavailable(
                "The service has no room for the body. Nothing was done; sending the same again is"
                        + " safe.");
    }

    private void tryToWrite() throws IOException {
        Path file = Files.createTempFile(folder, "cme-upload-", ".tmp");
        try {
            Files.write(file, new byte[BodySpool.BUFFER_BYTES]);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
