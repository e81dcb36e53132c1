package cme.portal.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Rows as the table that is posted: every value as it was typed.
final class RowTable {
    static final String TYPE = "text/csv;charset=utf-8";

    /// A value that the ledger would take for a spreadsheet's guard gets one, which it takes off.
    private static final Pattern LIKE_A_GUARD =
            Pattern.compile("'+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r0-9].*", Pattern.DOTALL);

    private RowTable() {}

    static InputStream of(List<PostedRow> rows) {
        List<String> columns =
                PostedRow.FIELDS.stream()
                        .filter(
                                field ->
                                        !isOptional(field)
                                                || rows.stream()
                                                        .anyMatch(
                                                                row -> !row.value(field).isEmpty()))
                        .toList();
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (PostedRow row : rows) {
                printer.printRecord(columns.stream().map(row::value).map(RowTable::cell));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOptional(String field) {
        return List.of("category", "provider", "session", "birthMonthDay", "patientSafetyCredits")
                .contains(field);
    }

    private static String cell(String value) {
        return LIKE_A_GUARD.matcher(value).matches() ? "'" + value : value;
    }
}
