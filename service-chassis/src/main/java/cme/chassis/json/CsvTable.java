package cme.chassis.json;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.chassis.problem.Violation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A CSV table with a header (RFC 4180): columns in any order, UTF-8 with or without a byte order
/// mark, quoted cells with line breaks. Rows are read one at a time, so that only the longest row
/// has to fit into memory.
public final class CsvTable implements Iterator<CsvTable.Row> {

    /// One row.
    ///
    /// @param number counted from 1 after the header
    /// @param fields the cells by column name, with the violations of the row as a whole
    public record Row(int number, Fields fields) {}

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int MAX_ROW_CHARS = 100_000;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private int number;

    private CsvTable(CSVParser parser, Iterator<CSVRecord> records, List<String> header) {
        this.parser = parser;
        this.records = records;
        this.header = header;
    }

    /// Opens the table and checks its header.
    ///
    /// @param columns all known columns; others are refused by name
    /// @param required the columns that must be present
    /// @throws InvalidRequest when the header is missing or wrong
    public static CsvTable open(InputStream csv, Set<String> columns, Set<String> required) {
        try {
            CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
            CSVParser parser = CSVParser.builder().setReader(reader(csv)).setFormat(format).get();
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new InvalidRequest(
                        Problem.unreadable("The table is empty: a header is expected."));
            }
            List<String> header = records.next().stream().map(String::strip).toList();
            check(header, columns, required);
            return new CsvTable(parser, records, header);
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(e, 1);
        }
    }

    private static BufferedReader reader(InputStream csv) throws IOException {
        CharsetDecoder strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(csv, strict));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static void check(List<String> header, Set<String> columns, Set<String> required) {
        if (header.size() == 1 && header.getFirst().contains(";")) {
            throw new InvalidRequest(
                    "/header",
                    "csv.semicolons",
                    "Columns are separated by commas, not semicolons: export as \"CSV, comma separated\".");
        }
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!columns.contains(column)) {
                violations.add(
                        header("csv.unknown-column", "There is no column " + shown(column) + "."));
            } else if (!seen.add(column)) {
                violations.add(
                        header("csv.repeated-column", "Column " + column + " occurs twice."));
            }
        }
        required.stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .forEach(
                        c ->
                                violations.add(
                                        header(
                                                "csv.missing-column",
                                                "Column " + c + " is missing.")));
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private static Violation header(String code, String detail) {
        return new Violation("/header", code, detail);
    }

    private static String shown(String column) {
        return column.length() > 60 ? column.substring(0, 60) + "..." : "'" + column + "'";
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw unreadable(e, parser.getCurrentLineNumber());
        }
    }

    @Override
    public Row next() {
        CSVRecord record = records.next();
        number++;
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        int length = 0;
        for (int i = 0; i < Math.min(record.size(), header.size()); i++) {
            cells.put(header.get(i), record.get(i));
            length += record.get(i).length();
        }
        Fields fields = Fields.ofRow(length > MAX_ROW_CHARS ? cells.removeAll() : cells);
        if (record.size() != header.size()) {
            fields.violation(
                    "",
                    "csv.cells",
                    "%d cells where the header has %d.".formatted(record.size(), header.size()));
        } else if (length > MAX_ROW_CHARS) {
            fields.violation("", "too-long", "The row is too long.");
        }
        return new Row(number, fields);
    }

    private static InvalidRequest unreadable(Exception failure, long line) {
        boolean encoding = causedByEncoding(failure);
        String problem = encoding ? "This is not UTF-8" : "This is not well-formed CSV";
        return new InvalidRequest(Problem.unreadable("%s, near line %d.".formatted(problem, line)));
    }

    private static boolean causedByEncoding(Throwable failure) {
        return failure instanceof CharacterCodingException
                || failure.getCause() != null && causedByEncoding(failure.getCause());
    }
}
