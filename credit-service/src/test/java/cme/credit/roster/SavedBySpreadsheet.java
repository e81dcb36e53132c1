package cme.credit.roster;

import cme.chassis.table.TableForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as a spreadsheet opens it and saves it again: numbers and dates are shown in its own
/// way, formulas are run, and quotation marks are written only where they are needed.
record SavedBySpreadsheet(String type, byte[] bytes) {

    private static final DateTimeFormatter SPELT =
            DateTimeFormatter.ofPattern("d-MMM-yy", Locale.ENGLISH);
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// Reads the table that a service answered, as columns by name.
    static List<Map<String, String>> opened(byte[] csv) {
        String text = new String(csv, StandardCharsets.UTF_8);
        if (text.charAt(0) != '\uFEFF') {
            throw new AssertionError("A spreadsheet takes this for Windows-1252: " + text);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.parse(
                        new StringReader(text.substring(1)),
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            for (CSVRecord row : parser) {
                Map<String, String> cells = new LinkedHashMap<>();
                parser.getHeaderNames().forEach(name -> cells.put(name, shown(row.get(name))));
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /// What a spreadsheet makes of a cell when it opens a text.
    static String shown(String cell) {
        if (cell.matches("[=+\\-@].*")) {
            return "#NAME?";
        }
        if (cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return LocalDate.parse(cell).format(DateTimeFormatter.ofPattern("M/d/yyyy"));
        }
        if (cell.matches("[0-9]{2}-[0-9]{2}")) {
            return LocalDate.parse("2000-" + cell)
                    .format(DateTimeFormatter.ofPattern("d-MMM", Locale.ENGLISH));
        }
        if (!cell.matches("[0-9]{1,20}(\\.[0-9]+)?")) {
            return cell;
        }
        String plain = new BigDecimal(cell).stripTrailingZeros().toPlainString();
        return plain.matches("[0-9]{12,}")
                ? plain.charAt(0) + ".00E+" + (plain.length() - 1)
                : plain;
    }

    /// What people type so that a spreadsheet leaves it as it is.
    static String typed(String field, String value) {
        if (field.equals("completedOn")) {
            return LocalDate.parse(value).format(SPELT);
        }
        return value.matches("[=+\\-@].*") || !shown(value).equals(value) ? "'" + value : value;
    }

    static SavedBySpreadsheet of(List<Map<String, String>> rows, Random random) {
        List<String[]> lines = new ArrayList<>();
        lines.add(rows.getFirst().keySet().toArray(String[]::new));
        rows.forEach(row -> lines.add(row.values().toArray(String[]::new)));
        return random.nextInt(4) == 0 ? workbook(lines) : text(lines, random);
    }

    private static SavedBySpreadsheet text(List<String[]> lines, Random random) {
        String separator = List.of(",", ";", "\t").get(random.nextInt(3));
        boolean spaces = random.nextBoolean();
        String emptyColumns = separator.repeat(random.nextInt(3));
        String text =
                lines.stream()
                        .map(
                                line ->
                                        Arrays.stream(line)
                                                .map(cell -> written(cell, separator, spaces))
                                                .collect(Collectors.joining(separator)))
                        .collect(
                                Collectors.joining(
                                        emptyColumns + "\r\n", "", emptyColumns + "\r\n"));
        return switch (random.nextInt(3)) {
            case 0 ->
                    WINDOWS.newEncoder().canEncode(text)
                            ? new SavedBySpreadsheet(
                                    "text/csv; charset=windows-1252", text.getBytes(WINDOWS))
                            : utf8(text);
            case 1 ->
                    new SavedBySpreadsheet(
                            "text/csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
            default -> utf8(text);
        };
    }

    private static SavedBySpreadsheet utf8(String text) {
        return new SavedBySpreadsheet(
                "text/csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String written(String cell, String separator, boolean spaces) {
        String local =
                separator.equals(";") && cell.matches("[0-9]+\\.[0-9]+")
                        ? cell.replace('.', ',')
                        : cell;
        if (local.contains(separator) || local.contains("\"") || local.contains("\n")) {
            return '"' + local.replace("\"", "\"\"") + '"';
        }
        return spaces ? " " + local + "  " : local;
    }

    private static SavedBySpreadsheet workbook(List<String[]> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "tests", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Roster");
            for (int i = 0; i < lines.size(); i++) {
                String[] line = lines.get(i);
                for (int j = 0; j < line.length; j++) {
                    if (line[j].matches("0|[1-9][0-9]{0,10}(\\.[0-9]+)?")) {
                        sheet.value(i, j, new BigDecimal(line[j]));
                    } else if (!line[j].isEmpty()) {
                        sheet.value(i, j, line[j]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SavedBySpreadsheet(TableForm.WORKBOOK_TYPE, bytes.toByteArray());
    }
}
