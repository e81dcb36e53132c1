package cme.chassis.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The place in a list after which the next page begins: the ordering values of the last row. A
/// cursor is a key and not an offset, so pages stay stable while rows are added and removed. It
/// names the list that gave it out, with its filters, and is refused by every other one.
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

    /// @param list the list and its filters, see [cme.chassis.json.Fields#selection()]
    public String encoded(String list) {
        String text = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// True when the part has a control character, which no value of a list contains.
    private static boolean isForged(String part) {
        return part.chars().anyMatch(Character::isISOControl);
    }

    /// Null when it is no cursor of this list.
    public static @Nullable Cursor decode(String encoded, String list, int parts) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var texts = List.of(joined.split(SEPARATOR, -1));
            return texts.size() == parts + 1
                            && texts.getFirst().equals(list)
                            && texts.stream().noneMatch(Cursor::isForged)
                    ? new Cursor(texts.subList(1, texts.size()))
                    : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
