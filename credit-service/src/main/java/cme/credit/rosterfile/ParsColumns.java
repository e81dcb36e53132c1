package cme.credit.rosterfile;

import cme.chassis.table.ColumnKind;
import cme.chassis.table.TableColumns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of the PARS template for learners. Its versions name them differently; a column is
/// known by each of its names here, whatever their case and spaces.
final class ParsColumns {
    /// Columns that are read and are no field of a completion.
    static final String BOARD = "MOC board";

    static final String ACTION = "action";
    static final String POINTS = "MOC points";
    static final String PARS_ACTIVITY = "PARS activity id";

    private static final Map<String, ColumnKind> KINDS =
            Map.ofEntries(
                    Map.entry("externalId", ColumnKind.TEXT),
                    Map.entry("activity", ColumnKind.IDENTIFIER),
                    Map.entry("title", ColumnKind.TEXT),
                    Map.entry("diplomateId", ColumnKind.IDENTIFIER),
                    Map.entry("npi", ColumnKind.IDENTIFIER),
                    Map.entry("familyName", ColumnKind.TEXT),
                    Map.entry("birthMonthDay", ColumnKind.MONTH_FIRST_DAY),
                    Map.entry("completedOn", ColumnKind.MONTH_FIRST_DATE),
                    Map.entry("credits", ColumnKind.NUMBER),
                    Map.entry("patientSafetyCredits", ColumnKind.NUMBER),
                    Map.entry(BOARD, ColumnKind.TEXT),
                    Map.entry(ACTION, ColumnKind.TEXT),
                    Map.entry(POINTS, ColumnKind.TEXT),
                    Map.entry(PARS_ACTIVITY, ColumnKind.IDENTIFIER));

    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry(
                            "externalId",
                            List.of(
                                    "Record ID",
                                    "Completion ID",
                                    "Provider Record ID",
                                    "Certificate ID",
                                    "Learner Record ID")),
                    Map.entry(
                            "activity",
                            List.of(
                                    "Provider Activity ID",
                                    "Internal Activity ID",
                                    "Provider Internal Activity ID",
                                    "Internal ID",
                                    "Activity Code",
                                    "Activity ID")),
                    Map.entry("title", List.of("Activity Title", "Activity Name")),
                    Map.entry(
                            "diplomateId",
                            List.of(
                                    "Board ID",
                                    "MOC Board ID",
                                    "Learner Board ID",
                                    "Certifying Board ID",
                                    "Specialty Board ID",
                                    "Diplomate ID",
                                    "ABPS ID",
                                    "MOC ID")),
                    Map.entry(
                            "npi", List.of("NPI Number", "NPI ID", "National Provider Identifier")),
                    Map.entry(
                            "familyName",
                            List.of("Last Name", "Learner Last Name", "Surname", "Family Name")),
                    Map.entry(
                            "birthMonthDay",
                            List.of(
                                    "DOB",
                                    "DOB (MM/DD)",
                                    "Learner DOB",
                                    "Date of Birth",
                                    "Date of Birth (MM/DD)",
                                    "Birth Date",
                                    "Birth Month and Day",
                                    "Month and Day of Birth")),
                    Map.entry(
                            "completedOn",
                            List.of(
                                    "Completion Date",
                                    "Completion Date (MM/DD/YYYY)",
                                    "Activity Completion Date",
                                    "Date of Completion",
                                    "Date Completed",
                                    "Complete Date")),
                    Map.entry(
                            "credits",
                            List.of(
                                    "CME Credits",
                                    "CME Credits Claimed",
                                    "Credits Claimed",
                                    "Credits Earned",
                                    "Number of Credits",
                                    "AMA PRA Category 1 Credits",
                                    "AMA PRA Credits",
                                    "Credit Amount")),
                    Map.entry("patientSafetyCredits", List.of("Patient Safety CME Credits")),
                    Map.entry(
                            BOARD,
                            List.of(
                                    "Certifying Board",
                                    "Board",
                                    "Board Name",
                                    "Specialty Board",
                                    "MOC Program")),
                    Map.entry(
                            ACTION,
                            List.of("Record Action", "Add/Delete", "Add or Delete", "Transaction")),
                    Map.entry(POINTS, List.of("Points", "MOC Credits", "MOC Points Claimed")),
                    Map.entry(
                            PARS_ACTIVITY,
                            List.of("ACCME Activity ID", "PARS ID", "PARS Activity Number")));

    static final TableColumns ALL =
            new TableColumns(
                    KINDS,
                    List.of(
                            Set.of("familyName"),
                            Set.of("completedOn"),
                            Set.of("credits", POINTS),
                            Set.of("diplomateId", "npi"),
                            Set.of("activity", "title", PARS_ACTIVITY)),
                    Set.copyOf(RosterColumns.NOTES),
                    synonyms(),
                    true);

    private ParsColumns() {}

    private static Map<String, String> synonyms() {
        Map<String, String> synonyms = new HashMap<>();
        NAMES.forEach((column, names) -> names.forEach(name -> synonyms.put(name, column)));
        return synonyms;
    }
}
