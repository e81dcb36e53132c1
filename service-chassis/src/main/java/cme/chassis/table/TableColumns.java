package cme.chassis.table;

import cme.chassis.json.Fields;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns that a table can have.
///
/// @param known their names and what their cells mean
/// @param required of each of these sets one column must be there
/// @param passedOver columns that are there and say nothing
public record TableColumns(
        Map<String, ColumnKind> known, List<Set<String>> required, Set<String> passedOver) {

    public static final int MAX_IGNORED = 2_000;

    public TableColumns {
        known = Map.copyOf(known);
        required = List.copyOf(required);
        passedOver = Set.copyOf(passedOver);
    }

    /// The same columns, and others that this sender wants passed over.
    public TableColumns passingOver(Collection<String> more) {
        var all = new HashSet<>(passedOver);
        all.addAll(more);
        return new TableColumns(known, required, all);
    }

    /// Reads the parameter `ignoreColumns` of an import.
    public static List<String> ignored(Fields query) {
        String names = query.text("ignoreColumns", MAX_IGNORED);
        return names == null
                ? List.of()
                : Arrays.stream(names.split(",")).map(String::strip).toList();
    }

    /// The meaning of the cells of a column; null when they are passed over.
    @Nullable ColumnKind kind(String name) {
        return passedOver.contains(name) ? null : known.get(name);
    }

    boolean isKnown(String name) {
        return known.containsKey(name) || passedOver.contains(name);
    }
}
