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
    /// Someone who sends more parts would guess.
    static final int MAX_PARTS = 4;

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
    /// every part of the shorter is among the parts of the longer. Of more than four parts only the
    /// same name agrees.
    public boolean agreesWith(FamilyName known) {
        if (parts() > MAX_PARTS) {
            return names.getFirst().isSameAs(known.names.getFirst());
        }
        return names.stream().anyMatch(name -> known.names.stream().anyMatch(name::agreesWith));
    }

    private long parts() {
        return names.stream()
                .skip(names.size() == 1 ? 0 : 1)
                .mapToLong(name -> name.parts().size())
                .sum();
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
