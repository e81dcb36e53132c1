package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.Fields;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.credit.posting.Reading;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A roster as a table with a header (RFC 4180), as spreadsheets write it.
final class CsvRoster implements RosterDocument {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n]+\\s*");

    private final CSVParser parser;
    private final BoundedRows chars;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private CsvRoster(
            CSVParser parser, BoundedRows chars, Iterator<CSVRecord> records, List<String> header) {
        this.parser = parser;
        this.chars = chars;
        this.records = records;
        this.header = header;
    }

    static CsvRoster open(BodySpool spool) throws IOException {
        CharsetDecoder utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        BoundedRows chars = new BoundedRows(new InputStreamReader(spool.open(), utf8));
        try {
            CSVParser parser = CSVParser.builder().setReader(chars).setFormat(FORMAT).get();
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new InvalidRequest(
                        "", "csv.empty", "There is no header: the first line names the columns.");
            }
            List<String> header = CsvHeader.read(records.next());
            return new CsvRoster(parser, chars, records, header);
        } catch (UncheckedIOException e) {
            throw unreadable(e, 1);
        } catch (CharacterCodingException e) {
            throw unreadable(new UncheckedIOException(e), 1);
        }
    }

    @Override
    public RowReader rows() {
        return new Rows();
    }

    private static InvalidRequest unreadable(UncheckedIOException failure, long line) {
        String what =
                switch (failure.getCause()) {
                    case CharacterCodingException _ -> "This is not UTF-8";
                    case BoundedRows.RowTooLong _ ->
                            "A row is too long; perhaps a quotation mark is not closed";
                    case IOException _ -> "This is not well-formed CSV";
                };
        return new InvalidRequest(Problem.unreadable("%s: line %d.".formatted(what, line)));
    }

    private final class Rows implements RowReader {
        private int row;

        @Override
        public @Nullable Reading next() {
            try {
                chars.nextRow();
                if (!records.hasNext()) {
                    return null;
                }
                row++;
                return submission(records.next());
            } catch (UncheckedIOException e) {
                throw unreadable(e, parser.getCurrentLineNumber() + 1);
            }
        }

        private Reading submission(CSVRecord cells) {
            if (cells.size() > header.size()) {
                return JsonRow.broken(
                        row,
                        "csv.cells",
                        "%d cells where the header has %d: a comma within a cell needs quotation marks."
                                .formatted(cells.size(), header.size()));
            }
            ObjectNode content = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < cells.size(); i++) {
                String text = oneLine(cells.get(i));
                if (!CsvHeader.NOTES.contains(header.get(i))) {
                    content.put(header.get(i), text);
                }
            }
            return Reading.of(row, Fields.ofRow(content), content);
        }

        /// A line break within a quoted cell is how the spreadsheet wrapped it, not part of a name.
        private static String oneLine(String cell) {
            return cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0
                    ? cell
                    : LINE_BREAK.matcher(cell).replaceAll(" ");
        }
    }
}
