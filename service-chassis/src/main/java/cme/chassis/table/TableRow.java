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
/// @param violation of the row as a whole; null when its cells belong to columns and have values
public record TableRow(int number, ObjectNode content, @Nullable Violation violation) {

    /// The cells, with the violation of the row as a whole.
    public Fields fields() {
        Fields fields = Fields.ofRow(content);
        if (violation != null) {
            fields.violation(
                    violation.pointer().replaceFirst("^/", ""),
                    violation.code(),
                    violation.detail());
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
