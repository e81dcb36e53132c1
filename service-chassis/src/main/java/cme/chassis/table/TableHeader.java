package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import cme.chassis.table.TableRow.Line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The line that names the columns, in any order. It is the first one that is not empty.
final class TableHeader {

    /// A title and some empty lines are above the header at most.
    static final int LINES_TO_LOOK_AT = 20;

    private static final int MAX_SHOWN = 60;
    private static final String POINTER = "/header";

    private TableHeader() {}

    /// @param lines the first lines that are not empty
    /// @return the names of the columns
    /// @throws InvalidRequest with every mistake in the header
    static List<String> read(List<Line> lines, TableColumns columns) {
        if (lines.isEmpty()) {
            throw new InvalidRequest(
                    "", "csv.empty", "There is no header: the first line names the columns.");
        }
        Line first = lines.getFirst();
        lines.stream()
                .skip(1)
                .filter(line -> isHeaderBelow(line, first, columns))
                .findFirst()
                .ifPresent(
                        header -> {
                            throw new InvalidRequest(
                                    List.of(
                                            wrong(
                                                    "csv.title-line",
                                                    "Line %d is not the header, which is line %d: delete what is above it."
                                                            .formatted(
                                                                    first.number(),
                                                                    header.number()))));
                        });
        List<String> header = first.cells().stream().map(columns::name).toList();
        List<Violation> violations = violations(header, columns);
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return header;
    }

    /// A title may be a single word that is the name of a column too.
    private static boolean isHeaderBelow(Line line, Line first, TableColumns columns) {
        long above = names(first, columns);
        return above <= 1 && names(line, columns) > above + 1;
    }

    private static long names(Line line, TableColumns columns) {
        return line.cells().stream().filter(columns::isKnown).count();
    }

    private static List<Violation> violations(List<String> header, TableColumns columns) {
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (String column : header) {
            if (column.isEmpty()) {
                // A column without a name is none while its cells are empty.
                continue;
            }
            if (!columns.isKnown(column)) {
                if (!columns.passesOthersOver() && unknown.add(column)) {
                    violations.add(
                            wrong(
                                    "csv.unknown-column",
                                    unknown.size() == 1
                                            ? thereIsNo(column, columns)
                                            : thereIsNo(column)));
                }
            } else if (!seen.add(column) && !columns.passedOver().contains(column)) {
                violations.add(
                        wrong("csv.repeated-column", "The column " + column + " is there twice."));
            }
        }
        for (Set<String> oneOf : columns.required()) {
            if (oneOf.stream().noneMatch(seen::contains)) {
                violations.add(
                        wrong(
                                "csv.missing-column",
                                "The column "
                                        + String.join(" or ", oneOf.stream().sorted().toList())
                                        + " is missing."));
            }
        }
        return violations;
    }

    private static String thereIsNo(String column) {
        return "There is no column \"%s\".".formatted(shown(column));
    }

    private static String thereIsNo(String column, TableColumns columns) {
        return "%s There are %s. ?ignoreColumns=a,b passes others over."
                .formatted(
                        thereIsNo(column),
                        String.join(", ", columns.known().keySet().stream().sorted().toList()));
    }

    private static Violation wrong(String code, String detail) {
        return new Violation(POINTER, code, detail);
    }

    private static String shown(String column) {
        return column.length() > MAX_SHOWN ? column.substring(0, MAX_SHOWN) + "..." : column;
    }
}
