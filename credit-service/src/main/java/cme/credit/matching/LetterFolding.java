package cme.credit.matching;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes one word of a name in plain lower-case letters, in every spelling that systems without
/// its letters use.
///
/// One system writes `Müller` as `muller` and another as `mueller`, so a letter may have several
/// plain forms. Letters without a plain form (other alphabets) stay as they are.
final class LetterFolding {
    /// A word with more spellings keeps only two: with all first and with all second forms.
    private static final int MAX_SPELLINGS = 16;

    private static final Map<Character, List<String>> PLAIN =
            Map.ofEntries(
                    Map.entry('ä', List.of("a", "ae")),
                    Map.entry('ö', List.of("o", "oe")),
                    Map.entry('ő', List.of("o", "oe")),
                    Map.entry('ü', List.of("u", "ue")),
                    Map.entry('ű', List.of("u", "ue")),
                    Map.entry('ø', List.of("o", "oe")),
                    Map.entry('ǿ', List.of("o", "oe")),
                    Map.entry('å', List.of("a", "aa")),
                    Map.entry('ß', List.of("ss", "s")),
                    Map.entry('æ', List.of("ae", "a")),
                    Map.entry('œ', List.of("oe", "o")),
                    Map.entry('đ', List.of("d", "dj")),
                    Map.entry('ð', List.of("d", "th")),
                    Map.entry('þ', List.of("th")),
                    Map.entry('ł', List.of("l")),
                    Map.entry('ħ', List.of("h")),
                    Map.entry('ŧ', List.of("t")),
                    Map.entry('ŋ', List.of("n", "ng")),
                    Map.entry('ə', List.of("e", "a")),
                    Map.entry('ı', List.of("i")));

    private LetterFolding() {}

    /// Lower case in composed form, so that a letter and its accent are one character.
    static String lower(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /// The plain spellings of a word in the form of [#lower]; none when it has no letters.
    static Set<String> spellings(String word) {
        if (!word.isEmpty() && word.chars().allMatch(LetterFolding::isPlain)) {
            return Set.of(word);
        }
        long ambiguous = word.chars().filter(c -> forms((char) c).size() > 1).count();
        boolean all = 1L << Math.min(ambiguous, 62) <= MAX_SPELLINGS;
        Set<String> spellings = all ? everySpelling(word) : firstAndSecond(word);
        spellings.remove("");
        return spellings;
    }

    private static Set<String> everySpelling(String word) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(""));
        for (char letter : word.toCharArray()) {
            Set<String> longer = new LinkedHashSet<>();
            for (String form : forms(letter)) {
                for (String start : spellings) {
                    longer.add(start + form);
                }
            }
            spellings = longer;
        }
        return spellings;
    }

    private static Set<String> firstAndSecond(String word) {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (char letter : word.toCharArray()) {
            List<String> forms = forms(letter);
            first.append(forms.getFirst());
            second.append(forms.getLast());
        }
        return new LinkedHashSet<>(List.of(first.toString(), second.toString()));
    }

    private static List<String> forms(char letter) {
        if (letter < 0x80) {
            return List.of(isPlain(letter) ? String.valueOf(letter) : "");
        }
        List<String> known = PLAIN.get(letter);
        return known != null ? known : List.of(withoutAccents(letter));
    }

    private static String withoutAccents(char letter) {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        StringBuilder base = new StringBuilder();
        parts.chars()
                .filter(c -> Character.isLetterOrDigit(c) || Character.isSurrogate((char) c))
                .forEach(c -> base.append((char) c));
        return base.toString();
    }

    private static boolean isPlain(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
    }
}
