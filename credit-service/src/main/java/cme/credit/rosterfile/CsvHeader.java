package cme.credit.rosterfile;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import cme.credit.posting.CompletionForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/// The first line of a table, which names the columns in any order.
public final class CsvHeader {
    /// Columns that an exported roster has beside the fields; they are ignored when it is posted.
    public static final List<String> NOTES = List.of("outcome", "reason");

    private static final int MAX_SHOWN = 60;
    private static final String POINTER = "/header";

    private CsvHeader() {}

    /// Reads the names of the columns.
    ///
    /// @throws InvalidRequest with every mistake in them
    static List<String> read(CSVRecord line) {
        List<String> header = line.stream().map(String::strip).toList();
        if (header.size() == 1
                && (header.getFirst().contains(";") || header.getFirst().contains("\t"))) {
            throw new InvalidRequest(
                    POINTER,
                    "csv.separator",
                    "Columns are separated by commas, not by semicolons or tabs: export as \"CSV (comma separated)\".");
        }
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!CompletionForm.FIELDS.contains(column) && !NOTES.contains(column)) {
                violations.add(
                        wrong(
                                "csv.unknown-column",
                                "There is no column \"" + shown(column) + "\"."));
            } else if (!seen.add(column)) {
                violations.add(
                        wrong("csv.repeated-column", "The column " + column + " is there twice."));
            }
        }
        requireOne(seen, violations, "externalId");
        requireOne(seen, violations, "familyName");
        requireOne(seen, violations, "completedOn");
        requireOne(seen, violations, "credits");
        requireOne(seen, violations, "diplomateId", "npi");
        requireOne(seen, violations, "activity", "title");
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return header;
    }

    private static void requireOne(
            Set<String> seen, List<Violation> violations, String... columns) {
        if (List.of(columns).stream().noneMatch(seen::contains)) {
            violations.add(
                    wrong(
                            "csv.missing-column",
                            "The column " + String.join(" or ", columns) + " is missing."));
        }
    }

    private static Violation wrong(String code, String detail) {
        return new Violation(POINTER, code, detail);
    }

    private static String shown(String column) {
        return column.length() > MAX_SHOWN ? column.substring(0, MAX_SHOWN) + "..." : column;
    }
}
