package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads JSON and XML in the charset that a sender declares, though JSON should be UTF-8 (RFC
/// 8259).
public final class JsonCharset {

    /// Latin-1 means Windows-1252 in practice, which has letters where Latin-1 has control
    /// characters.
    private static final Map<String, Charset> DECLARED =
            Map.ofEntries(
                    Map.entry("utf-8", StandardCharsets.UTF_8),
                    Map.entry("utf8", StandardCharsets.UTF_8),
                    Map.entry("us-ascii", StandardCharsets.UTF_8),
                    Map.entry("utf-16", StandardCharsets.UTF_16),
                    Map.entry("utf-16le", StandardCharsets.UTF_16LE),
                    Map.entry("utf-16be", StandardCharsets.UTF_16BE),
                    Map.entry("utf-32", Charset.forName("UTF-32BE")),
                    Map.entry("utf-32le", Charset.forName("UTF-32LE")),
                    Map.entry("utf-32be", Charset.forName("UTF-32BE")),
                    Map.entry("iso-8859-1", Charset.forName("windows-1252")),
                    Map.entry("latin1", Charset.forName("windows-1252")),
                    Map.entry("windows-1252", Charset.forName("windows-1252")),
                    Map.entry("cp1252", Charset.forName("windows-1252")));

    /// As many bytes as a character has at most.
    private static final int START_BYTES = 4;

    private JsonCharset() {}

    /// The charset that a text is declared to have; empty when none is declared.
    ///
    /// @throws InvalidRequest when it is not read here
    static Optional<Charset> declared(@Nullable MediaType type) {
        String name = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return Optional.empty();
        }
        Charset charset = DECLARED.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw new InvalidRequest(
                    "",
                    "charset",
                    "This charset is not read; UTF-8, UTF-16, Windows-1252 and ISO-8859-1 are.");
        }
        return Optional.of(charset);
    }

    /// The charset of a body: the declared one or UTF-8.
    ///
    /// @throws InvalidRequest when it is not read here
    public static Charset of(@Nullable MediaType type) {
        return declared(type).orElse(StandardCharsets.UTF_8);
    }

    /// A body of that type in UTF-8.
    public static InputStream utf8(InputStream body, @Nullable MediaType type) throws IOException {
        return utf8(body, of(type));
    }

    /// The same text in UTF-8, read as it is needed. What its first bytes show counts more than
    /// what was declared.
    public static InputStream utf8(InputStream body, Charset declared) throws IOException {
        byte[] start = body.readNBytes(START_BYTES);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), body);
        Charset charset = TextEncoding.of(start, declared);
        return charset.equals(StandardCharsets.UTF_8) ? whole : new Recoded(whole, charset);
    }

    private static final class Recoded extends InputStream {
        private static final int CHARS = 8 * 1024;
        private static final char BYTE_ORDER_MARK = 0xFEFF;

        private final Charset charset;
        private final Reader text;
        private final ByteArrayOutputStream encoded = new ByteArrayOutputStream(CHARS);
        private final Writer encoder = new OutputStreamWriter(encoded, StandardCharsets.UTF_8);
        private final char[] chars = new char[CHARS];
        private byte[] bytes = {};
        private int next;
        private boolean isStart = true;

        Recoded(InputStream body, Charset charset) {
            this.charset = charset;
            this.text =
                    new InputStreamReader(
                            body,
                            charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        @Override
        public int read() throws IOException {
            return hasNext() ? Byte.toUnsignedInt(bytes[next++]) : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (!hasNext()) {
                return -1;
            }
            int read = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, into, from, read);
            next += read;
            return read;
        }

        private boolean hasNext() throws IOException {
            while (next == bytes.length) {
                int read = readChars();
                if (read < 0) {
                    return false;
                }
                encoded.reset();
                int from = isStart && chars[0] == BYTE_ORDER_MARK ? 1 : 0;
                isStart = false;
                encoder.write(chars, from, read - from);
                encoder.flush();
                bytes = encoded.toByteArray();
                next = 0;
            }
            return true;
        }

        private int readChars() throws IOException {
            try {
                return text.read(chars);
            } catch (CharacterCodingException _) {
                throw new InvalidRequest(
                        Problem.unreadable(
                                "The body begins as %s, or declares it, and is something else."
                                        .formatted(charset.name())));
            }
        }
    }
}
