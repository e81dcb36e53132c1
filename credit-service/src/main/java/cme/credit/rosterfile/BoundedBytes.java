package cme.credit.rosterfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops reading a document when one piece of it never ends, such as an attribute as long as the
/// whole request.
final class BoundedBytes extends FilterInputStream {
    /// Far more than a piece needs, and more than a parser reads ahead.
    private static final int MAX_PIECE_BYTES = 512 * 1024;

    private int sinceRestart;

    BoundedBytes(InputStream bytes) {
        super(bytes);
    }

    /// Counts from here, because a new piece begins.
    void restart() {
        sinceRestart = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sinceRestart += Math.max(read, 0);
        if (sinceRestart > MAX_PIECE_BYTES) {
            throw new PieceTooLong();
        }
        return read;
    }

    /// A piece is longer than any real one.
    static final class PieceTooLong extends IOException {
        private static final long serialVersionUID = 1;

        PieceTooLong() {
            super("A piece of the document is too long");
        }
    }
}
