package cme.credit.identity;

import cme.credit.matching.NameFolding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Finds diplomates by an index of words: the keys of their family names, their numbers with and
/// without leading zeros, and their NPIs.
public final class IdentityWords {
    /// The condition on a row of `identity`, with the words as `:words`.
    public static final String MATCH =
            "identity_words(name_keys, diplomate_id, npi) @@ cast(:words as tsquery)";

    private IdentityWords() {}

    /// Selects those who have one of the words.
    public static String anyOf(Collection<String> words) {
        return words.stream().map(IdentityWords::quoted).collect(Collectors.joining(" | "));
    }

    /// Selects those who have a word that begins like the text, which is a number, an NPI or a
    /// family name.
    static String beginningLike(String text) {
        List<String> words = new ArrayList<>(NameFolding.beginnings(text));
        words.add(text.toLowerCase(Locale.ROOT));
        return words.stream().map(word -> quoted(word) + ":*").collect(Collectors.joining(" | "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
