package cme.portal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many are in each state, by two things, such as due year and requirement.
///
/// @param corner what the rows are, such as `Due`
/// @param columns such as the requirements
public record Grid(String caption, String corner, List<String> columns, List<Row> rows) {

    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param cells one a column
    public record Row(String name, String note, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param column its column, for narrow screens
    /// @param bar null: nobody is there
    /// @param words such as `31 of 120 open`
    /// @param href where the words lead, or null
    public record Cell(
            String column, @Nullable StackedBar bar, String words, @Nullable String href) {}
}
