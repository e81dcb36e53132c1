package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides how the bytes of a table become text: by its byte order mark, else by the charset that
/// was declared, else as UTF-8.
final class TextEncoding {

    /// Latin-1 means Windows-1252 in practice, which has letters where Latin-1 has control
    /// characters.
    private static final Map<String, Charset> DECLARED =
            Map.of(
                    "utf-8", StandardCharsets.UTF_8,
                    "utf8", StandardCharsets.UTF_8,
                    "us-ascii", StandardCharsets.UTF_8,
                    "utf-16", StandardCharsets.UTF_16,
                    "utf-16le", StandardCharsets.UTF_16LE,
                    "utf-16be", StandardCharsets.UTF_16BE,
                    "iso-8859-1", Charset.forName("windows-1252"),
                    "latin1", Charset.forName("windows-1252"),
                    "windows-1252", Charset.forName("windows-1252"),
                    "cp1252", Charset.forName("windows-1252"));

    private TextEncoding() {}

    /// @param start the first bytes
    /// @param declared the parameter `charset` of the media type, if there is one
    /// @throws InvalidRequest when the declared charset is not read here
    static Charset of(byte[] start, @Nullable String declared) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (declared == null) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = DECLARED.get(declared.toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw new InvalidRequest(
                    "",
                    "charset",
                    "This charset is not read; UTF-8, UTF-16, Windows-1252 and ISO-8859-1 are.");
        }
        return charset;
    }

    static boolean startsWith(byte[] start, int... bytes) {
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
