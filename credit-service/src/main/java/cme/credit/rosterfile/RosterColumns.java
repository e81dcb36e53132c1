package cme.credit.rosterfile;

import cme.chassis.table.ColumnKind;
import cme.chassis.table.TableColumns;
import cme.credit.completion.Posted;
import cme.credit.heldrow.HeldRowTable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of a roster that is a table: the fields of a completion.
public final class RosterColumns {

    /// Columns that a roster has beside the fields when it is handed back.
    public static final List<String> NOTES = List.of("outcome", "reason");

    /// The column with the text of a row that could not be read, or that a table cannot hold. A row
    /// is refused as long as it says something.
    public static final String LINE = "line";

    /// Columns that explain; they are passed over when a table is posted again.
    static final Set<String> EXPLAINING =
            Stream.concat(NOTES.stream(), HeldRowTable.NOTES.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, ColumnKind> KINDS =
            Map.of(
                    "diplomateId", ColumnKind.IDENTIFIER,
                    "npi", ColumnKind.IDENTIFIER,
                    "birthMonthDay", ColumnKind.MONTH_DAY,
                    "completedOn", ColumnKind.DATE,
                    "credits", ColumnKind.NUMBER,
                    "patientSafetyCredits", ColumnKind.NUMBER);

    static final TableColumns ALL =
            new TableColumns(
                    Stream.concat(Posted.FIELDS.stream(), Stream.of(LINE))
                            .collect(
                                    Collectors.toMap(
                                            Function.identity(),
                                            name -> KINDS.getOrDefault(name, ColumnKind.TEXT))),
                    List.of(
                            Set.of("externalId"),
                            Set.of("familyName"),
                            Set.of("completedOn"),
                            Set.of("credits"),
                            Set.of("diplomateId", "npi"),
                            Set.of("activity", "title")),
                    EXPLAINING);

    private RosterColumns() {}

    /// True for a name that a column of posted values can have.
    public static boolean isOfField(String name) {
        return !name.equals(LINE) && !EXPLAINING.contains(name);
    }

    /// True when cells of the column are numbers.
    public static boolean isOfNumbers(String name) {
        return KINDS.get(name) == ColumnKind.NUMBER;
    }

    /// The columns without which a roster is refused, as far as these lack them.
    public static List<String> missing(Set<String> columns) {
        return ALL.required().stream()
                .filter(oneOf -> Collections.disjoint(oneOf, columns))
                .map(
                        oneOf ->
                                Posted.FIELDS.stream()
                                        .filter(oneOf::contains)
                                        .findFirst()
                                        .orElseThrow())
                .toList();
    }
}
