package cme.compliance.calendar;

import java.nio.charset.StandardCharsets;

/// Folds the lines of an iCalendar document: each has at most 75 octets without its end, and no
/// character is torn apart (RFC 5545, section 3.1).
final class FoldedLines {

    private static final int MAX_OCTETS = 75;
    private static final String LINE_END = "\r\n";

    private FoldedLines() {}

    static String of(String document) {
        var folded = new StringBuilder(document.length() + document.length() / MAX_OCTETS * 3);
        document.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int width = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > MAX_OCTETS) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += width;
            at += Character.charCount(character);
        }
        folded.append(LINE_END);
    }
}
