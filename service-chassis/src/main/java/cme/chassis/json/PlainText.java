package cme.chassis.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Text that reads as it is stored: without control characters, and without characters that are not
/// seen or turn the text around them, by which one text can look like another.
public final class PlainText {

    static final String EXPECTED =
            "Control characters, and characters that are not seen or turn the text around, are not"
                    + " allowed.";

    private static final int MAX_NAME = 60;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /// Scripts in which a joiner between two letters is a part of the word, such as Persian, Hindi
    /// and Sinhala.
    private static final Set<UnicodeScript> OF_JOINERS =
            EnumSet.of(
                    UnicodeScript.ARABIC,
                    UnicodeScript.SYRIAC,
                    UnicodeScript.MONGOLIAN,
                    UnicodeScript.DEVANAGARI,
                    UnicodeScript.BENGALI,
                    UnicodeScript.GURMUKHI,
                    UnicodeScript.GUJARATI,
                    UnicodeScript.ORIYA,
                    UnicodeScript.TAMIL,
                    UnicodeScript.TELUGU,
                    UnicodeScript.KANNADA,
                    UnicodeScript.MALAYALAM,
                    UnicodeScript.SINHALA,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private PlainText() {}

    /// True when every character of the text is seen, or is a joiner that its script needs.
    public static boolean is(String text) {
        return isAscii(text) || text.equals(withoutJoinersElsewhere(text)) && isSeen(text);
    }

    /// The text as it is meant. Spaces of any kind and characters that are not seen are taken off
    /// its ends; within it, those that only say where a line may break, and joiners where no script
    /// needs them. Nobody sees a difference.
    static String meant(String text) {
        if (isAscii(text)) {
            return text.strip();
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isLineBreaking(c)).forEach(kept::appendCodePoint);
        int end = kept.length();
        while (end > 0 && isAround(kept.codePointBefore(end))) {
            end -= Character.charCount(kept.codePointBefore(end));
        }
        int start = 0;
        while (start < end && isAround(kept.codePointAt(start))) {
            start += Character.charCount(kept.codePointAt(start));
        }
        return withoutJoinersElsewhere(kept.substring(start, end));
    }

    /// True for characters that have no width and are no part of a word, such as zero-width spaces,
    /// byte order marks, soft hyphens and marks of direction. Joiners are a part of words in some
    /// scripts, and marks that choose a variant are a part of some names.
    public static boolean isInvisible(int c) {
        return isLineBreaking(c)
                || c == 0x34F
                || c == 0x61C
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x180E
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2061 && c <= 0x206F
                || c == 0x3164
                || c == 0xFFA0
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0x1D173 && c <= 0x1D17A
                || c >= 0xE0000 && c <= 0xE007F;
    }

    /// Soft hyphen, zero-width space, word joiner, byte order mark.
    private static boolean isLineBreaking(int c) {
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    }

    private static boolean isAround(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || isJoiner(c)
                || isInvisible(c);
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }

    private static boolean isSeen(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                !isInvisible(c)
                                        && switch (Character.getType(c)) {
                                            case Character.CONTROL,
                                                    Character.SURROGATE,
                                                    Character.PRIVATE_USE,
                                                    Character.UNASSIGNED,
                                                    Character.LINE_SEPARATOR,
                                                    Character.PARAGRAPH_SEPARATOR ->
                                                    false;
                                            default -> true;
                                        });
    }

    private static String withoutJoinersElsewhere(String text) {
        if (text.codePoints().noneMatch(PlainText::isJoiner)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        UnicodeScript before = UnicodeScript.COMMON;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (!isJoiner(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                // A vowel sign may belong to several scripts; it is of the letter that it follows.
                before = script == UnicodeScript.INHERITED ? before : script;
                kept.appendCodePoint(c);
            } else if (OF_JOINERS.contains(before)
                    && at + 1 < text.length()
                    && UnicodeScript.of(text.codePointAt(at + 1)) == before) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    /// Almost every text is, so that almost none is looked at twice.
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /// The name of an unknown field as a part of a JSON Pointer (RFC 6901).
    static String pointerPart(String name) {
        // The way through bytes replaces lone surrogates, which could not be sent back.
        byte[] start = name.substring(0, Math.min(name.length(), MAX_NAME)).getBytes(UTF_8);
        return new String(start, UTF_8).replace("~", "~0").replace("/", "~1");
    }
}
