package cme.chassis.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The character between the cells of a table.
///
/// @param isDeclared by a first line such as `sep=;`, which spreadsheets understand
record Separator(char character, boolean isDeclared) {

    private static final Pattern DECLARATION =
            Pattern.compile("\"?sep=([,;\t|])\"?[,;\t|]*\\R.*", Pattern.DOTALL);
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');

    /// Finds the separator with which most of the words at the start are names of columns.
    ///
    /// @param start the first lines, perhaps cut off
    static Separator of(String start, TableColumns columns) {
        Matcher declaration = DECLARATION.matcher(start);
        if (declaration.matches()) {
            return new Separator(declaration.group(1).charAt(0), true);
        }
        // The first one is the comma, which is taken when there is no name at all.
        return new Separator(
                Collections.max(KNOWN, Comparator.comparingLong(c -> names(start, c, columns))),
                false);
    }

    /// The most names of columns in one of the lines.
    private static long names(String start, char separator, TableColumns columns) {
        return start.lines()
                .limit(TableHeader.LINES_TO_LOOK_AT)
                .mapToLong(
                        line ->
                                Arrays.stream(line.split(Pattern.quote("" + separator), -1))
                                        .map(cell -> Cells.clean(cell.replace("\"", "")))
                                        .filter(columns::isKnown)
                                        .count())
                .max()
                .orElse(0);
    }
}
