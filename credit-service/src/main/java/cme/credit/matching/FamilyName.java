package cme.credit.matching;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A family name as it is compared (domain, section 4). Names that are separated by a slash or
/// stand in brackets, such as a second or a former one, are tried each for itself and together.
///
/// @param names the name as a whole first, then each name that it consists of
public record FamilyName(List<FoldedName> names) {
    /// Stands between the names of one person who has several.
    public static final String OR = " / ";

    /// Someone who sends more parts, or more names, would guess.
    static final int MAX_PARTS = 4;

    private static final int MAX_NAMES = 4;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[/()\\[\\]]");

    public FamilyName {
        names = List.copyOf(names);
    }

    public static FamilyName of(String text) {
        if (!BETWEEN_NAMES.matcher(text).find()) {
            return new FamilyName(List.of(NameFolding.fold(text)));
        }
        Stream<String> each = BETWEEN_NAMES.splitAsStream(text).filter(name -> !name.isBlank());
        return new FamilyName(
                Stream.concat(Stream.of(text), each).map(NameFolding::fold).distinct().toList());
    }

    /// True when this name, which somebody sent, may be the known one: the two are the same, or
    /// every part of the shorter is among the parts of the longer. Of names that have more than
    /// four parts together, and of more than four names, only the same agrees.
    public boolean agreesWith(FamilyName known) {
        if (names.size() > MAX_NAMES + 1) {
            return names.getFirst().isSameAs(known.names.getFirst());
        }
        boolean guesses = parts() > MAX_PARTS;
        return names.stream()
                .anyMatch(
                        name ->
                                known.names.stream()
                                        .anyMatch(
                                                other ->
                                                        guesses
                                                                ? name.isSameAs(other)
                                                                : name.agreesWith(other)));
    }

    /// The number of different parts that were sent.
    private long parts() {
        return names.stream().flatMap(name -> name.parts().stream()).distinct().count();
    }

    /// Every spelling of the name and of its parts, sorted, by which the database finds names that
    /// may agree; empty when it has no letter.
    public SortedSet<String> keys() {
        return names.stream()
                .flatMap(name -> Stream.concat(Stream.of(name.whole()), name.parts().stream()))
                .flatMap(spellings -> spellings.stream())
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(TreeSet<String>::new),
                                Collections::unmodifiableSortedSet));
    }
}
