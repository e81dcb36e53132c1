package cme.chassis.table;

import cme.chassis.json.Fields;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The columns that a table can have. A header may write their names in another case, with spaces,
/// hyphens or underscores: `Diplomate ID` is `diplomateId`.
///
/// @param known their names and what their cells mean
/// @param required of each of these sets one column must be there
/// @param passedOver columns that are there and say nothing
/// @param synonyms other names of known columns
/// @param passesOthersOver true when columns that are not known are passed over and not refused
public record TableColumns(
        Map<String, ColumnKind> known,
        List<Set<String>> required,
        Set<String> passedOver,
        Map<String, String> synonyms,
        boolean passesOthersOver) {

    public static final int MAX_IGNORED = 2_000;

    private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    public TableColumns {
        known = Map.copyOf(known);
        required = List.copyOf(required);
        passedOver = Set.copyOf(passedOver);
        synonyms = folded(known.keySet(), passedOver, synonyms);
    }

    public TableColumns(
            Map<String, ColumnKind> known, List<Set<String>> required, Set<String> passedOver) {
        this(known, required, passedOver, Map.of(), false);
    }

    private static Map<String, String> folded(
            Set<String> known, Set<String> passedOver, Map<String, String> synonyms) {
        Map<String, String> folded = new HashMap<>();
        passedOver.forEach(name -> folded.put(fold(name), name));
        synonyms.forEach((synonym, name) -> folded.put(fold(synonym), name));
        known.forEach(name -> folded.put(fold(name), name));
        folded.remove("");
        return Map.copyOf(folded);
    }

    private static String fold(String name) {
        return NO_PART_OF_A_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /// The same columns, and others that this sender wants passed over.
    public TableColumns passingOver(Collection<String> more) {
        var all = new HashSet<>(passedOver);
        more.forEach(header -> all.add(name(header)));
        return new TableColumns(known, required, all, synonyms, passesOthersOver);
    }

    /// Reads the parameter `ignoreColumns` of an import.
    public static List<String> ignored(Fields query) {
        String names = query.text("ignoreColumns", MAX_IGNORED);
        return names == null
                ? List.of()
                : Arrays.stream(names.split(",")).map(String::strip).toList();
    }

    /// The name of the column that a header means; the header itself when there is none.
    String name(String header) {
        boolean isName = known.containsKey(header) || passedOver.contains(header);
        return isName ? header : synonyms.getOrDefault(fold(header), header);
    }

    /// The meaning of the cells of a column; null when they are passed over.
    @Nullable ColumnKind kind(String name) {
        return passedOver.contains(name) ? null : known.get(name);
    }

    boolean isKnown(String header) {
        String name = name(header);
        return known.containsKey(name) || passedOver.contains(name);
    }
}
