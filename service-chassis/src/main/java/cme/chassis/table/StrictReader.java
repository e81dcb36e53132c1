package cme.chassis.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Decodes bytes and refuses what the charset cannot hold, with the line in which it is. The
/// decoder of the JDK reads ahead and cannot say where it was.
final class StrictReader extends Reader {

    private static final int BUFFER_BYTES = 16 * 1024;

    /// A byte that does not belong to the charset.
    static final class Undecodable extends IOException {
        private static final long serialVersionUID = 1;
        private final long line;

        Undecodable(long line) {
            super("line " + line);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private boolean isAtEnd;
    private long line = 1;
    private char before;

    StrictReader(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, offset, length);
        int start = out.position();
        while (out.position() == start && length > 0) {
            CoderResult result = decoder.decode(ahead, out, isAtEnd);
            boolean hasDecoded = out.position() > start;
            if (result.isError() && !hasDecoded) {
                throw new Undecodable(line);
            }
            if (!hasDecoded && isAtEnd) {
                return -1;
            }
            if (!hasDecoded) {
                fill();
            }
        }
        int decoded = out.position() - start;
        for (int i = offset; i < offset + decoded; i++) {
            char c = buffer[i];
            if (c == '\r' || c == '\n' && before != '\r') {
                line++;
            }
            before = c;
        }
        return decoded;
    }

    private void fill() throws IOException {
        ahead.compact();
        int read = bytes.read(ahead.array(), ahead.position(), ahead.remaining());
        if (read < 0) {
            isAtEnd = true;
        } else {
            ahead.position(ahead.position() + read);
        }
        ahead.flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
