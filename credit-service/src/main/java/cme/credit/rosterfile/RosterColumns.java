package cme.credit.rosterfile;

import cme.chassis.table.ColumnKind;
import cme.chassis.table.TableColumns;
import cme.credit.posting.CompletionForm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns of a roster that is a table: the fields of a completion.
public final class RosterColumns {

    /// Columns that an exported roster has beside the fields; they are ignored when it is posted.
    public static final List<String> NOTES = List.of("outcome", "reason");

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
                    CompletionForm.FIELDS.stream()
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
                    Set.copyOf(NOTES));

    private RosterColumns() {}
}
