package cme.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A lock that the operating system releases when the process ends, for whatever reason.
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Empty when another process, or this one, holds the lock.
    public static Optional<FolderLock> tryAcquire(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                String pid = Long.toString(ProcessHandle.current().pid());
                channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new FolderLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (OverlappingFileLockException _) {
            closeQuietly(channel);
            return Optional.empty();
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StackFailure("Cannot lock " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /// The process that holds the lock, or held it last.
    public static Optional<ProcessHandle> holder(Path file) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Waits for the lock, at most so long.
    ///
    /// @throws StackFailure when it is not to be had in time
    public static FolderLock acquire(Path file, Duration limit) {
        Instant end = Instant.now().plus(limit);
        Optional<FolderLock> lock = tryAcquire(file);
        while (lock.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new StackFailure(file + " is locked by another process.");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            lock = tryAcquire(file);
        }
        return lock.get();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // Nothing was written through it.
        }
    }
}
