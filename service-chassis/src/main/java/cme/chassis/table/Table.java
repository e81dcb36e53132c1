package cme.chassis.table;

import cme.chassis.json.TextEncoding;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /// A spreadsheet shows this, and saves it as CSV, when a column is too narrow.
    private static final Pattern TOO_NARROW = Pattern.compile("#{4,}");

    private final Lines lines;
    private final List<String> header;

    /// The meaning of the cells under each name of the header; null under those that are passed
    /// over.
    private final List<@Nullable ColumnKind> kinds;

    private final boolean passesOver;
    private final List<String> passedOver;
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
        this.passesOver = kinds.contains(null);
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
        var bytes = new BufferedInputStream(body);
        bytes.mark(START_BYTES);
        byte[] start = bytes.readNBytes(START_BYTES);
        bytes.reset();
        form.check(start);
        Charset encoding =
                form == TableForm.WORKBOOK
                        ? StandardCharsets.UTF_8
                        : TextEncoding.known(start, type).orElse(StandardCharsets.UTF_8);
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

    /// The columns that are not known and were passed over.
    public List<String> passedOver() {
        return passedOver;
    }

    private TableRow row(Line line) {
        number++;
        List<String> cells = line.cells();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ObjectNode posted = passesOver ? JsonNodeFactory.instance.objectNode() : content;
        boolean fits = fits(cells);
        Violation violation = fits ? null : tooMany(cells.size());
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            ColumnKind kind = kinds.get(i);
            String name = header.get(i);
            String cell = cells.get(i);
            if (kind != null) {
                content.put(name, kind.read(cell, lines.hasDecimalComma()));
                if (violation == null && cell.startsWith("#") && isLost(cell)) {
                    violation = lost(name, cell);
                }
            }
            if (passesOver && !name.isEmpty()) {
                posted.set(name, kind == null ? content.textNode(cell) : content.get(name));
            }
        }
        return new TableRow(number, content, posted, violation, fits ? null : text(cells));
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

    private boolean fits(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean hasNoColumn = i >= header.size() || header.get(i).isEmpty();
            if (hasNoColumn && !cells.get(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Violation tooMany(int cells) {
        return new Violation(
                "",
                "csv.cells",
                "%d cells where the header has %d: a %s within a cell needs quotation marks."
                        .formatted(
                                cells,
                                header.size(),
                                lines.hasDecimalComma() ? "separator" : "comma"));
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
