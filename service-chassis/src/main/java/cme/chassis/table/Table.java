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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table with a header, read one row at a time, so that only the longest row has to fit into
/// memory. Rows and columns without content are passed over.
public final class Table {

    private static final int START_BYTES = 8;

    private final Lines lines;
    private final List<String> header;

    /// The meaning of the cells under each name of the header; null under those that are passed
    /// over.
    private final List<@Nullable ColumnKind> kinds;

    private final boolean passesOver;
    private final Queue<Line> ahead;
    private int number;

    private Table(Lines lines, TableColumns columns, List<String> header, Queue<Line> ahead) {
        this.lines = lines;
        this.header = header;
        this.kinds = header.stream().map(columns::kind).toList();
        this.passesOver = kinds.contains(null);
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

    private TableRow row(Line line) {
        number++;
        List<String> cells = line.cells();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ObjectNode posted = passesOver ? JsonNodeFactory.instance.objectNode() : content;
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            ColumnKind kind = kinds.get(i);
            String name = header.get(i);
            String cell = cells.get(i);
            if (kind != null) {
                content.put(name, kind.read(cell, lines.hasDecimalComma()));
            }
            if (passesOver && !name.isEmpty()) {
                posted.set(name, kind == null ? content.textNode(cell) : content.get(name));
            }
        }
        return new TableRow(number, content, posted, broken(cells));
    }

    private TableRow.@Nullable Broken broken(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean hasNoColumn = i >= header.size() || header.get(i).isEmpty();
            if (hasNoColumn && !cells.get(i).isEmpty()) {
                return broken(cells.size(), text(cells));
            }
        }
        return null;
    }

    private TableRow.Broken broken(int cells, String line) {
        return new TableRow.Broken(
                new Violation(
                        "",
                        "csv.cells",
                        "%d cells where the header has %d: a %s within a cell needs quotation marks."
                                .formatted(
                                        cells,
                                        header.size(),
                                        lines.hasDecimalComma() ? "separator" : "comma")),
                line);
    }

    /// The cells as the line of a text.
    private String text(List<String> cells) {
        String separator = lines.hasDecimalComma() ? ";" : ",";
        return cells.stream()
                .map(
                        cell ->
                                cell.contains(separator) || cell.contains("\"")
                                        ? '"' + cell.replace("\"", "\"\"") + '"'
                                        : cell)
                .collect(Collectors.joining(separator));
    }
}
