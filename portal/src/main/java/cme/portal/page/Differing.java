package cme.portal.page;

import org.jspecify.annotations.Nullable;

/// A value with the part marked that another one has otherwise.
///
/// @param before what both begin with
/// @param marked what differs; empty where nothing does
/// @param after what both end with
public record Differing(String before, String marked, String after) {

    /// The first value, compared with the second. A value that one side does not have differs in
    /// nothing.
    public static Differing of(@Nullable String value, @Nullable String other) {
        if (value == null) {
            return new Differing("–", "", "");
        }
        if (other == null || value.equalsIgnoreCase(other)) {
            return new Differing(value, "", "");
        }
        int[] mine = value.codePoints().toArray();
        int[] theirs = other.codePoints().toArray();
        int shorter = Math.min(mine.length, theirs.length);
        int start = 0;
        while (start < shorter && same(mine[start], theirs[start])) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && same(mine[mine.length - 1 - end], theirs[theirs.length - 1 - end])) {
            end++;
        }
        return new Differing(
                text(mine, 0, start),
                text(mine, start, mine.length - end),
                text(mine, mine.length - end, mine.length));
    }

    private static boolean same(int one, int other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }

    private static String text(int[] codePoints, int from, int to) {
        return new String(codePoints, from, to - from);
    }
}
