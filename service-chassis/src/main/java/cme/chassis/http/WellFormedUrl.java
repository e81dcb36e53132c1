package cme.chassis.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Checks that the percent-encoding of a URL is complete, valid UTF-8 and free of control
/// characters. It is checked before any resource is called, so that no resource has to check it.
final class WellFormedUrl {

    static final String EXPECTED =
            "The URL is not well-formed: UTF-8 in percent-encoding without control characters is"
                    + " expected.";

    private WellFormedUrl() {}

    /// @param url path and query as sent
    static boolean is(String url) {
        return url.indexOf('%') < 0 || isDecodable(url);
    }

    private static boolean isDecodable(String url) {
        var bytes = new ByteArrayOutputStream(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c != '%') {
                bytes.write(c);
            } else if (i + 2 < url.length()
                    && HexFormat.isHexDigit(url.charAt(i + 1))
                    && HexFormat.isHexDigit(url.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(url, i + 1, i + 3));
                i += 2;
            } else {
                return false;
            }
        }
        return isTextWithoutControls(bytes.toByteArray());
    }

    private static boolean isTextWithoutControls(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
