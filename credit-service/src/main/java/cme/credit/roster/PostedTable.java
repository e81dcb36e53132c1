package cme.credit.roster;

import cme.chassis.table.Cells;
import cme.chassis.table.CsvTable;
import cme.credit.completion.Posted;
import cme.credit.rosterfile.RosterColumns;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes posted rows as a table that can be mended and posted again: the columns that they had,
/// and beside them the outcome and its reason.
///
/// A row that a table cannot hold, such as one with a list in a field, has its whole text in the
/// column `line`, so that it cannot be recorded without what is missing.
final class PostedTable implements AutoCloseable {

    /// A number as text; a longer one is guarded like any other text.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private static final int MAX_SCALE = 30;

    private final List<String> columns;
    private final CsvTable table;

    /// The names of posted fields, in the order in which they came.
    static final class Columns {
        private static final int MAX = 200;

        private final Set<String> names = new LinkedHashSet<>();

        void add(@Nullable JsonNode content) {
            if (content == null) {
                return;
            }
            for (Map.Entry<String, JsonNode> field : content.properties()) {
                if (names.size() < MAX && canBeColumn(field.getKey())) {
                    names.add(field.getKey());
                }
            }
        }

        /// A name that would be read as another one is no column.
        private static boolean canBeColumn(String name) {
            return !name.isEmpty()
                    && name.equals(Cells.clean(name))
                    && RosterColumns.isOfField(name);
        }

        private List<String> complete() {
            List<String> complete = new ArrayList<>(names.isEmpty() ? Posted.FIELDS : names);
            complete.addAll(RosterColumns.missing(Set.copyOf(complete)));
            return complete;
        }
    }

    PostedTable(OutputStream out, Columns columns) throws IOException {
        this.columns = columns.complete();
        List<String> header = new ArrayList<>(this.columns);
        header.add(RosterColumns.LINE);
        header.addAll(RosterColumns.NOTES);
        this.table = CsvTable.of(out, header);
    }

    void row(RosterRow row, String reason) throws IOException {
        JsonNode content = row.content();
        List<@Nullable Object> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(content == null ? null : cell(column, content.path(column)));
        }
        if (content == null) {
            cells.set(columns.indexOf("externalId"), row.view().externalId());
        }
        cells.add(line(row));
        cells.add(row.view().outcome());
        cells.add(reason);
        table.row(cells.toArray());
    }

    private static @Nullable Object cell(String column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            return value.toString();
        }
        return RosterColumns.isOfNumbers(column) && NUMBER.matcher(text(value)).matches()
                ? new BigDecimal(text(value))
                : text(value);
    }

    private static String text(JsonNode value) {
        return value.isNumber() && Math.abs(value.decimalValue().scale()) <= MAX_SCALE
                ? value.decimalValue().toPlainString()
                : value.asText();
    }

    private @Nullable String line(RosterRow row) {
        JsonNode content = row.content();
        return row.line() != null || content == null || fits(content)
                ? row.line()
                : content.toString();
    }

    private boolean fits(JsonNode content) {
        return content.properties().stream()
                .allMatch(
                        field ->
                                columns.contains(field.getKey())
                                        && !field.getValue().isContainerNode());
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
