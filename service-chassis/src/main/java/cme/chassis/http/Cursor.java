package cme.chassis.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The place in a list after which the next page begins: the ordering values of the last row. A
/// cursor is a key and not an offset, so pages stay stable while rows are added and removed.
public record Cursor(List<String> key) {

    public static final int MAX_LENGTH = 2_000;

    /// Separates the values. It is not part of a value, because control characters are refused.
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(String... key) {
        return new Cursor(List.of(key));
    }

    public String part(int index) {
        return key.get(index);
    }

    /// The cursor as callers get it and send it back.
    public String encoded() {
        byte[] joined = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /// True when the part has a control character, which no value of a list contains.
    private static boolean isForged(String part) {
        return part.chars().anyMatch(Character::isISOControl);
    }

    /// Reads what [#encoded] wrote.
    ///
    /// @param parts the number of values in the cursor
    /// @return null when it is not such a cursor
    public static @Nullable Cursor decode(String encoded, int parts) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var key = List.of(joined.split(SEPARATOR, -1));
            return key.size() == parts && key.stream().noneMatch(Cursor::isForged)
                    ? new Cursor(key)
                    : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
