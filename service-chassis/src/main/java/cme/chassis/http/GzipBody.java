package cme.chassis.http;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A body that was sent with `Content-Encoding: gzip`, unpacked as it is read.
final class GzipBody extends FilterInputStream {

    private long unpacked;

    private GzipBody(InputStream unpacking) {
        super(unpacking);
    }

    /// @throws InvalidRequest when the body does not begin as gzip
    static InputStream of(InputStream body) throws IOException {
        try {
            return new GzipBody(new GZIPInputStream(body));
        } catch (ZipException | EOFException broken) {
            throw broken(0);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(next[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int read = super.read(into, from, length);
            unpacked += Math.max(read, 0);
            return read;
        } catch (ZipException | EOFException broken) {
            throw broken(unpacked);
        }
    }

    private static InvalidRequest broken(long after) {
        return new InvalidRequest(
                Problem.unreadable(
                        "The body is not well-formed gzip: it breaks after %,d bytes of content."
                                .formatted(after)));
    }
}
