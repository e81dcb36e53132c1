package cme.compliance.rules;

import java.text.Normalizer;
import java.util.Locale;

/// Text as it is compared: without case, runs of space, invisible characters and punctuation
/// (domain.md, section 3.3).
final class FoldedText {

    private FoldedText() {}

    /// Text of punctuation alone is compared as it is written.
    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(character -> add(character, folded));
        String words = folded.toString().strip();
        return words.isEmpty() ? text.strip() : words;
    }

    private static void add(int character, StringBuilder folded) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else if (!isLeftOut(character)) {
            folded.appendCodePoint(character);
        }
    }

    private static boolean isLeftOut(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> isInvisibleMark(character);
        };
    }

    /// The grapheme joiner, the Hangul fillers and the selectors of a variant are marks or letters
    /// that nobody sees.
    private static boolean isInvisibleMark(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF;
    }
}
