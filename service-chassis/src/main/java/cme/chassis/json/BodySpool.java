package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/// A request body on disk, so that it can be read twice without being in memory, and so that no
/// transaction waits for a slow sender. The file has no name for anyone else and is gone when the
/// process is.
public final class BodySpool implements Closeable {
    static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel file;
    private final BodySpools spools;
    private long size;

    private BodySpool(BodySpools spools) {
        this.spools = spools;
        this.file = spools.create();
    }

    static BodySpool of(InputStream body, long maxBytes, BodySpools spools) throws IOException {
        var spool = new BodySpool(spools);
        try {
            spool.takeIn(body, maxBytes);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private void takeIn(InputStream body, long maxBytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (size + read > maxBytes) {
                throw tooLarge(maxBytes);
            }
            spools.reserve(read);
            size += read;
            write(ByteBuffer.wrap(buffer, 0, read));
        }
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw spools.noRoom(failure);
        }
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
        if (file.isOpen()) {
            file.close();
            spools.release(size);
        }
    }
}
