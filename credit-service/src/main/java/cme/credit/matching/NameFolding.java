package cme.credit.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Folds one name: case, accents, punctuation, particles and trailing credentials do not matter
/// (domain, section 4).
///
/// A particle, a generational suffix or a credential is never a part of its own when anything else
/// is left of the name: otherwise everyone called "de" something, or everyone with an "MD", would
/// agree with everyone else.
public final class NameFolding {
    /// The longest family name, in characters.
    public static final int MAX_LENGTH = 120;

    private static final Pattern COMMAS = Pattern.compile("[,;]");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}\\u2212/_()\\[\\]&+]+");
    private static final int MAX_WORDS = 12;

    /// Most names are like this: only their case needs folding.
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]{1,60}");

    private static final Set<String> PARTICLES =
            Set.of(
                    "a", "af", "al", "am", "an", "auf", "aus", "av", "ben", "bin", "bint", "da",
                    "dal", "dalla", "das", "de", "degli", "dei", "del", "dela", "della", "delle",
                    "dello", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "het", "i",
                    "ibn", "im", "in", "la", "las", "le", "les", "lo", "los", "of", "op", "och",
                    "og", "t", "te", "ten", "ter", "the", "till", "to", "tot", "und", "van",
                    "vande", "vander", "vom", "von", "vor", "y", "zu", "zum", "zur");

    /// These beginnings belong to the word after them: "Mc Donald" is "McDonald", and "St. John" is
    /// not "John".
    private static final Set<String> PREFIXES =
            Set.of(
                    "mc", "mac", "o", "d", "l", "st", "ste", "saint", "sainte", "san", "santa",
                    "santo", "sao", "fitz", "abu", "abd", "abdul");

    private static final Set<String> SUFFIXES =
            Set.of(
                    ("jr sr junior senior ii iii iv 2nd 3rd esq md mds do phd dds dmd dsc mph mba"
                                    + " msc bsc ms ma mbbs mbchb mbbch bds facs frcs frcsc frcsed faap facc"
                                    + " facp fics febopras mhs mpp mha jd edd pharmd dr prof pa np rn")
                            .split(" "));

    private NameFolding() {}

    /// Folds a name; one without a letter has no spelling and agrees with none.
    static FoldedName fold(String name) {
        if (PLAIN_WORD.matcher(name).matches()) {
            Set<String> word = Set.of(name.toLowerCase(Locale.ROOT));
            return new FoldedName(word, name.length() > 1 ? List.of(word) : List.of());
        }
        List<String> words = withoutTitles(words(name));
        Set<String> whole = new TreeSet<>(spellings(words));
        List<Set<String>> parts = new ArrayList<>();
        List<String> cores = new ArrayList<>();
        String before = "";
        for (String word : words) {
            if (PARTICLES.contains(plain(word))) {
                before += word;
            } else {
                cores.add(word);
                Set<String> part = part(word);
                part.addAll(part(before + word));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                before = "";
            }
        }
        whole.addAll(spellings(cores));
        return new FoldedName(whole, parts);
    }

    /// The spellings with which a key begins of each name that begins like the text.
    public static Set<String> beginnings(String text) {
        return LetterFolding.spellings(String.join("", withoutTitles(words(text))));
    }

    private static Set<String> spellings(List<String> words) {
        return LetterFolding.spellings(String.join("", words));
    }

    /// The spellings of a part of a name; an initial would not tell anyone apart and is left out.
    private static Set<String> part(String part) {
        return LetterFolding.spellings(part).stream()
                .filter(
                        spelling ->
                                spelling.codePointCount(0, spelling.length()) > 1
                                        || !isLatin(spelling))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isLatin(String text) {
        return text.codePoints().allMatch(c -> c < 0x250);
    }

    /// The words of the first part between commas that holds a name; credentials or given names
    /// follow after it.
    private static List<String> words(String familyName) {
        String name =
                familyName.length() > MAX_LENGTH ? familyName.substring(0, MAX_LENGTH) : familyName;
        for (String segment : COMMAS.split(LetterFolding.lower(name))) {
            List<String> words =
                    Arrays.stream(SEPARATORS.split(segment))
                            .map(NameFolding::letters)
                            .filter(word -> !word.isEmpty())
                            .limit(MAX_WORDS)
                            .toList();
            if (!withoutTitles(words).isEmpty()) {
                return glued(words);
            }
        }
        return List.of();
    }

    private static List<String> glued(List<String> words) {
        List<String> glued = new ArrayList<>();
        String prefix = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean last = i == words.size() - 1;
            if (!last
                    && PREFIXES.contains(plain(word))
                    && !SUFFIXES.contains(plain(words.get(i + 1)))) {
                prefix += saint(word);
            } else {
                glued.add(prefix + word);
                prefix = "";
            }
        }
        return glued;
    }

    private static String saint(String word) {
        return switch (plain(word)) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            default -> word;
        };
    }

    /// Removes "Dr" before and "MD" or "Jr" after the name, unless nothing else is left: Do and Ma
    /// are family names too.
    private static List<String> withoutTitles(List<String> words) {
        int from = 0;
        int to = words.size();
        while (to > 1 && SUFFIXES.contains(plain(words.get(to - 1)))) {
            to--;
        }
        while (from < to - 1 && Set.of("dr", "prof").contains(plain(words.get(from)))) {
            from++;
        }
        return words.subList(from, to);
    }

    private static String plain(String word) {
        return LetterFolding.spellings(word).stream().findFirst().orElse("");
    }

    /// Keeps letters and digits: apostrophes and full stops are within words (O'Brien, M.D.).
    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        word.codePoints()
                .filter(
                        c ->
                                Character.isLetterOrDigit(c)
                                        || Character.getType(c) == Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
