package cme.portal.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// The header and the first rows of a table, and the whole table under another header. Values are
/// texts as they stand in the file.
///
/// @param charset of a CSV
record Table(List<String> header, List<List<String>> rows, Charset charset, char separator) {
    private static final int SHOWN = 5;

    /// More columns than any roster has are no table for people.
    private static final int MOST_COLUMNS = 100;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Table of(Path file, FileForm.Kind kind) throws IOException {
        return kind == FileForm.Kind.WORKBOOK ? ofWorkbook(file) : ofText(file);
    }

    private static Table ofText(Path file) throws IOException {
        Charset charset = charset(file);
        char separator = separator(file, charset);
        try (CSVParser parser = parser(reader(file, charset), separator)) {
            List<List<String>> records = new ArrayList<>();
            for (CSVRecord one : parser) {
                records.add(one.stream().limit(MOST_COLUMNS).toList());
                if (records.size() > SHOWN) {
                    break;
                }
            }
            return table(records, charset, separator);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Table ofWorkbook(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(in, new ReadingOptions(true, true));
                Stream<Row> rows = sheet(workbook).openStream()) {
            return table(
                    rows.limit(SHOWN + 1L)
                            .map(row -> WorkbookRow.cells(row, MOST_COLUMNS))
                            .toList(),
                    StandardCharsets.UTF_8,
                    ',');
        }
    }

    /// The first sheet that is not hidden, as the ledger reads it.
    private static Sheet sheet(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseGet(workbook::getFirstSheet);
    }

    private static Table table(List<List<String>> records, Charset charset, char separator) {
        return records.isEmpty()
                ? new Table(List.of(), List.of(), charset, separator)
                : new Table(
                        records.getFirst().stream().map(String::strip).toList(),
                        List.copyOf(records.subList(1, records.size())),
                        charset,
                        separator);
    }

    /// Writes the same rows as a CSV in UTF-8, under other names of the columns.
    void renamed(Path file, FileForm.Kind kind, List<String> names, Path target)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8);
                var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(names);
            if (kind == FileForm.Kind.WORKBOOK) {
                writeWorkbook(file, names.size(), printer);
            } else {
                try (CSVParser parser = parser(reader(file, charset), separator)) {
                    for (CSVRecord one : parser) {
                        if (one.getRecordNumber() > 1) {
                            printer.printRecord(one.stream());
                        }
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeWorkbook(Path file, int columns, CSVPrinter printer)
            throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(in, new ReadingOptions(true, true));
                Stream<Row> rows = sheet(workbook).openStream()) {
            for (Row row : (Iterable<Row>) rows.skip(1)::iterator) {
                printer.printRecord(WorkbookRow.cells(row, columns));
            }
        }
    }

    private static CSVParser parser(Reader reader, char separator) throws IOException {
        return CSVParser.builder()
                .setReader(reader)
                .setFormat(
                        CSVFormat.RFC4180
                                .builder()
                                .setDelimiter(separator)
                                .setIgnoreEmptyLines(true)
                                .get())
                .get();
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static char separator(Path file, Charset charset) throws IOException {
        try (var reader = new BufferedReader(reader(file, charset))) {
            String line = reader.readLine();
            String header = line == null ? "" : line.replaceAll("\"[^\"]*\"", "");
            return Stream.of('\t', ';', ',')
                    .max(
                            (a, b) ->
                                    Long.compare(
                                            header.chars().filter(c -> c == a).count(),
                                            header.chars().filter(c -> c == b).count()))
                    .orElseThrow();
        }
    }

    /// The charset by its mark; else UTF-8 if everything is, or what Windows writes.
    private static Charset charset(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(2);
        }
        if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        var strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            reader.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException _) {
            return WINDOWS;
        }
    }
}
