package cme.chassis.table;

import cme.chassis.json.JsonCharset;
import cme.chassis.problem.InvalidRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decides how the bytes of a table become text: by its byte order mark, else by the charset that
/// was declared, else as UTF-8.
final class TextEncoding {

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
        return JsonCharset.declared(declared).orElse(StandardCharsets.UTF_8);
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
