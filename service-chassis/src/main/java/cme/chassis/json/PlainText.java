package cme.chassis.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Text that every database takes and every answer can repeat.
final class PlainText {

    static final String EXPECTED = "Control characters are not allowed.";

    private static final int MAX_NAME = 60;

    private PlainText() {}

    /// Neither control characters, NUL among them, nor halves of characters (lone surrogates).
    static boolean is(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }

    /// A name that a client made up, as part of a JSON Pointer (RFC 6901).
    static String pointerPart(String name) {
        // Through bytes, because halves of characters could not be sent back.
        var start = name.substring(0, Math.min(name.length(), MAX_NAME)).getBytes(UTF_8);
        return new String(start, UTF_8).replace("~", "~0").replace("/", "~1");
    }
}
