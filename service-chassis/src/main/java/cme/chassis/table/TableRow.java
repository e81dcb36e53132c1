package cme.chassis.table;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a table that is not empty.
///
/// @param number counted from 1 after the header
/// @param content the cells by the names of their columns
/// @param posted the same, and the cells of columns that are passed over
/// @param broken the text of a row whose cells do not belong to columns, and its violation
public record TableRow(int number, ObjectNode content, ObjectNode posted, @Nullable Broken broken) {

    /// A row with a cell that has no column.
    public record Broken(Violation violation, String line) {}

    /// The cells, with the violation of the row as a whole.
    public Fields fields() {
        Fields fields = Fields.ofRow(content);
        if (broken != null) {
            fields.violation("", broken.violation().code(), broken.violation().detail());
        }
        return fields;
    }

    /// One line of a file, as far as it can be told apart.
    record Line(long number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}
