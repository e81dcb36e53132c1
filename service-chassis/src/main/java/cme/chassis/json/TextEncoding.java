package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides how the bytes of a table, of JSON or of XML become text: by their byte order mark, else
/// by the zero bytes that UTF-16 and UTF-32 have between letters, else by the charset that was
/// declared, else as UTF-8.
public final class TextEncoding {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    private TextEncoding() {}

    /// The charset of a text; empty when neither its first bytes nor its sender say.
    ///
    /// @param start the first bytes
    /// @param type may have the parameter `charset`
    /// @throws InvalidRequest when the declared charset is not read here
    public static Optional<Charset> known(byte[] start, @Nullable MediaType type) {
        return Optional.ofNullable(shown(start)).or(() -> JsonCharset.declared(type));
    }

    /// @param start the first bytes
    static Charset of(byte[] start, Charset declared) {
        return Objects.requireNonNullElse(shown(start), declared);
    }

    /// The charset that the first bytes show; null when they are those of any text.
    private static @Nullable Charset shown(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(start, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        }
        if (startsWith(start, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return start.length < 4 ? null : byZeros(start);
    }

    /// The first letter is ASCII: it begins the name of a column, opens JSON, or is a quotation
    /// mark. A text in UTF-8 has no zero byte.
    private static @Nullable Charset byZeros(byte[] start) {
        int zeros = 0;
        for (int i = 0; i < 4; i++) {
            zeros = zeros << 1 | (start[i] == 0 ? 1 : 0);
        }
        return switch (zeros) {
            case 0b0111 -> UTF_32LE;
            case 0b0100, 0b0101, 0b0110 -> StandardCharsets.UTF_16LE;
            case 0b1000, 0b1001, 0b1010, 0b1011 -> StandardCharsets.UTF_16BE;
            case 0b1100, 0b1101, 0b1110, 0b1111 -> UTF_32BE;
            default -> null;
        };
    }

    /// True when the text begins with these bytes.
    public static boolean startsWith(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
