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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
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

    private final Queue<Line> ahead;
    private final Charset charset;
    private int number;

    private Table(
            Lines lines,
            Charset charset,
            TableColumns columns,
            List<String> header,
            Queue<Line> ahead) {
        this.lines = lines;
        this.charset = charset;
        this.header = header;
        this.kinds = header.stream().map(columns::kind).toList();
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
        Charset encoding =
                form == TableForm.WORKBOOK
                        ? StandardCharsets.UTF_8
                        : TextEncoding.of(start, charset);
        Lines lines =
                switch (form) {
                    case WORKBOOK -> WorkbookLines.open(bytes);
                    case CSV, TAB_SEPARATED -> CsvLines.open(bytes, encoding, columns);
                };
        List<Line> first = firstLines(lines);
        List<String> header = TableHeader.read(first, columns);
        return new Table(
                lines, encoding, columns, header, new ArrayDeque<>(first.subList(1, first.size())));
    }

    /// How the bytes were read; UTF-8 of a workbook.
    public Charset charset() {
        return charset;
    }

    /// The names of the columns.
    public List<String> header() {
        return header;
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
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            ColumnKind kind = kinds.get(i);
            if (kind != null) {
                content.put(header.get(i), kind.read(cells.get(i), lines.hasDecimalComma()));
            }
        }
        return new TableRow(number, content, violation(cells));
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
