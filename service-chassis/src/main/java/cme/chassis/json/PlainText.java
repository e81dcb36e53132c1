package cme.chassis.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;

/// Text without control characters, which the database can store and every answer can repeat.
final class PlainText {

    static final String EXPECTED = "Control characters are not allowed.";

    private static final int MAX_NAME = 60;

    private PlainText() {}

    /// True without control characters, including NUL, and without lone surrogates.
    static boolean is(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }

    /// True for an address with a host that begins with `https://` or `http://`.
    static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// The name of an unknown field as a part of a JSON Pointer (RFC 6901).
    static String pointerPart(String name) {
        // The way through bytes replaces lone surrogates, which could not be sent back.
        byte[] start = name.substring(0, Math.min(name.length(), MAX_NAME)).getBytes(UTF_8);
        return new String(start, UTF_8).replace("~", "~0").replace("/", "~1");
    }
}
