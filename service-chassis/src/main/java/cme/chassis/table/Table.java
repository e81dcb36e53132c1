package cme.chassis.table;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import cme.chassis.table.TableRow.Line;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table with a header, read one row at a time, so that only the longest row has to fit into
/// memory. Rows and columns without content are passed over.
public final class Table {

    /// Enough to tell every form, also an OpenDocument spreadsheet.
    private static final int START_BYTES = 96;

    /// Values of formulas that failed, also as text.
    private static final Set<String> ERRORS =
            Set.of(
                    "#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!",
                    "#CALC!");

    /// What a spreadsheet shows, and saves as CSV, when a column is too narrow.
    private static final Pattern TOO_NARROW = Pattern.compile("#{4,}");

    private final Lines lines;
    private final List<String> header;

    /// The meaning of the cells under each name of the header; null under those that are passed
    /// over.
    private final List<@Nullable ColumnKind> kinds;

    private final List<String> passedOver;
    private final Queue<Line> ahead;
    private int number;

    private Table(Lines lines, TableColumns columns, List<String> header, Queue<Line> ahead) {
        this.lines = lines;
        this.header = header;
        this.kinds = header.stream().map(columns::kind).toList();
        this.passedOver =
                header.stream()
                        .filter(name -> !name.isEmpty() && !columns.isKnown(name))
                        .distinct()
                        .toList();
        this.ahead = ahead;
    }

    /// Opens a table and checks its header.
    ///
    /// @param type says the form, and the charset of a text; CSV when it is none of a table
    /// @throws InvalidRequest when the form is not what it was said to be, or the header is wrong
    public static Table open(InputStream body, @Nullable MediaType type, TableColumns columns)
            throws IOException {
        TableForm form = TableForm.of(type).orElse(TableForm.CSV);
        String charset =
                type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        var bytes = new BufferedInputStream(body);
        bytes.mark(START_BYTES);
        byte[] start = bytes.readNBytes(START_BYTES);
        bytes.reset();
        form.check(start);
        Lines lines =
                switch (form) {
                    case WORKBOOK -> WorkbookLines.open(bytes);
                    case CSV, TAB_SEPARATED ->
                            CsvLines.open(bytes, TextEncoding.of(start, charset), columns);
                };
        List<Line> first = firstLines(lines);
        List<String> header = TableHeader.read(first, columns);
        return new Table(lines, columns, header, new ArrayDeque<>(first.subList(1, first.size())));
    }

    private static List<Line> firstLines(Lines lines) {
        List<Line> first = new ArrayList<>();
        for (int i = 0; i < TableHeader.LINES_TO_LOOK_AT; i++) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            if (!line.isEmpty()) {
                first.add(line);
            }
        }
        return first;
    }

    /// The next row that is not empty; null after the last one.
    public @Nullable TableRow next() {
        Line line = ahead.isEmpty() ? lines.next() : ahead.remove();
        while (line != null && line.isEmpty()) {
            line = lines.next();
        }
        return line == null ? null : row(line);
    }

    /// The columns that are not known and were passed over.
    public List<String> passedOver() {
        return passedOver;
    }

    private TableRow row(Line line) {
        number++;
        List<String> cells = line.cells();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        Violation violation = violation(cells);
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            ColumnKind kind = kinds.get(i);
            if (kind != null) {
                String cell = cells.get(i);
                content.put(header.get(i), kind.read(cell, lines.hasDecimalComma()));
                if (violation == null && cell.startsWith("#") && isLost(cell)) {
                    violation = lost(header.get(i), cell);
                }
            }
        }
        return new TableRow(number, content, violation);
    }

    private static boolean isLost(String cell) {
        return ERRORS.contains(cell) || TOO_NARROW.matcher(cell).matches();
    }

    private static Violation lost(String column, String cell) {
        return new Violation(
                "/" + column,
                "csv.lost-value",
                "The spreadsheet has %s in this cell and not its value."
                        .formatted(cell.substring(0, Math.min(cell.length(), 8))));
    }

    private @Nullable Violation violation(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean hasNoColumn = i >= header.size() || header.get(i).isEmpty();
            if (hasNoColumn && !cells.get(i).isEmpty()) {
                return new Violation(
                        "",
                        "csv.cells",
                        "%d cells where the header has %d: a %s within a cell needs quotation marks."
                                .formatted(
                                        cells.size(),
                                        header.size(),
                                        lines.hasDecimalComma() ? "separator" : "comma"));
            }
        }
        return null;
    }
}
