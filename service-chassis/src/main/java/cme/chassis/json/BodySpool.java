package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Unavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/// A request body on disk, so that it can be read twice without being in memory, and so that no
/// transaction waits for a slow sender. The file has no name for anyone else and is gone when the
/// process is.
public final class BodySpool implements Closeable {
    private static final Logger LOG = Logger.getLogger(BodySpool.class);

    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel file;

    private BodySpool(FileChannel file) {
        this.file = file;
    }

    /// Takes the whole body in.
    ///
    /// @throws InvalidRequest with 413 when it has more than `maxBytes`
    /// @throws Unavailable when the disk has no room for it
    public static BodySpool of(InputStream body, long maxBytes) throws IOException {
        return of(body, maxBytes, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static BodySpool of(InputStream body, long maxBytes, Path folder) throws IOException {
        FileChannel file = temporary(folder);
        try {
            byte[] buffer = new byte[BUFFER_BYTES];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                write(file, ByteBuffer.wrap(buffer, 0, read));
            }
            return new BodySpool(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static FileChannel temporary(Path folder) {
        try {
            return FileChannel.open(
                    Files.createTempFile(folder, "upload-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    private static Unavailable noRoom(IOException failure) {
        LOG.errorf(failure, "A body cannot be kept on disk");
        return new Unavailable(
                "The service has no room for the body. Nothing was done; sending the same again is"
                        + " safe.");
    }

    private static InvalidRequest tooLarge(long maxBytes) {
        return new InvalidRequest(Problem.tooLarge(maxBytes));
    }

    /// The body from its beginning. Only one reader at a time; closing it leaves the spool open.
    public InputStream open() throws IOException {
        file.position(0);
        InputStream whole = Channels.newInputStream(file);
        return new java.io.FilterInputStream(whole) {
            @Override
            public void close() {
                // The channel belongs to the spool.
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
