package cme.chassis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    static final TableColumns COLUMNS =
            new TableColumns(
                    Map.of(
                            "name", ColumnKind.TEXT,
                            "number", ColumnKind.IDENTIFIER,
                            "credits", ColumnKind.NUMBER,
                            "on", ColumnKind.DATE,
                            "day", ColumnKind.MONTH_DAY,
                            "open", ColumnKind.FLAG),
                    List.of(Set.of("name")),
                    Set.of("outcome"));

    private static Table table(String csv) {
        return table(csv.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private static Table table(byte[] csv, String type) {
        try {
            return Table.open(new ByteArrayInputStream(csv), MediaType.valueOf(type), COLUMNS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        for (TableRow row = table.next(); row != null; row = table.next()) {
            rows.add(row.number() + " " + row.content());
        }
        return rows;
    }

    /// The only cell of a column of one row.
    private static String cell(String column, String cell) {
        String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
        TableRow row = table("name;" + column + "\nLopez;" + quoted + "\n").next();
        return Objects.requireNonNull(row).content().path(column).asText();
    }

    private static void refused(ThrowingCallable reading, String... codes) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused ->
                                assertThat(refused.problem().errors())
                                        .extracting(Violation::code)
                                        .containsExactlyInAnyOrder(codes));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cellsAreSeparatedAsTheHeaderSays(String separator) {
        String csv = "\uFEFFcredits,name\r\n1.50,\"Lopez, \"\"M\"\"\"\r\n";
        String text =
                csv.replace("credits,", "credits" + separator).replace("50,", "50" + separator);
        assertThat(rows(table(text)))
                .containsExactly("1 {\"credits\":\"1.50\",\"name\":\"Lopez, \\\"M\\\"\"}");
    }

    @ParameterizedTest
    @CsvSource({"credits,2¹", "credits,4②", "number,01234⁵"})
    void theMarkOfAFootnoteIsNoDigit(String column, String cell) {
        assertThat(cell(column, cell)).isEqualTo(cell);
    }

    @Test
    void aFirstLineMayDeclareTheSeparator() {
        assertThat(rows(table("sep=;\r\nname;on\r\na;2026-01-02\r\n")))
                .containsExactly("1 {\"name\":\"a\",\"on\":\"2026-01-02\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16,utf-16",
        "UTF-16LE,utf-16le",
        "windows-1252,windows-1252",
        "windows-1252,iso-8859-1"
    })
    void aTextIsReadInItsCharset(String written, String declared) {
        byte[] csv = "name,on\nCôté-Dubé,\n".getBytes(Charset.forName(written));
        assertThat(rows(table(csv, "text/csv;charset=" + declared)))
                .containsExactly("1 {\"name\":\"Côté-Dubé\",\"on\":\"\"}");
    }

    @Test
    void aByteOrderMarkSaysMoreThanWhatWasDeclared() {
        byte[] csv = "\uFEFFname\nŻak\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(rows(table(csv, "text/csv"))).containsExactly("1 {\"name\":\"Żak\"}");
        assertThat(rows(table(csv, "text/csv;charset=windows-1252")))
                .containsExactly("1 {\"name\":\"Żak\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void wideCharactersAreKnownWithoutAMark(String charset) {
        byte[] csv = "\"name\"\r\nŻak\r\n".getBytes(Charset.forName(charset));
        for (String type : List.of("text/csv", "text/csv;charset=utf-16")) {
            assertThat(rows(table(csv, type))).containsExactly("1 {\"name\":\"Żak\"}");
        }
        byte[] marked = "\uFEFFname\nŻak\n".getBytes(Charset.forName(charset));
        assertThat(rows(table(marked, "text/csv"))).containsExactly("1 {\"name\":\"Żak\"}");
    }

    @Test
    void anotherCharsetIsRefused() {
        refused(() -> table(new byte[] {'n'}, "text/csv;charset=ebcdic-us"), "charset");
    }

    @Test
    void theLineOfAByteThatCannotBeDecodedIsNamed() {
        String csv = "name\n" + "a\n".repeat(59);
        byte[] bytes = (csv + "\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(table(bytes, "text/csv"))).hasMessageContaining("Line 61 ");
        byte[] far =
                ("name\n" + "abcdef\n".repeat(50_000) + "\u00e9\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(table(far, "text/csv"))).hasMessageContaining("Line 50002 ");
    }

    @Test
    void theLineIsNamedInWhichAQuotationMarkWasOpened() {
        assertThatThrownBy(() -> rows(table("name,on\na,\nb,\n\"c,\nd,\ne,\n")))
                .hasMessageContaining("Line 4 ");
    }

    @Test
    void linesMayEndAsOnOldMacs() {
        assertThat(rows(table("name,on\ra,2026-01-02\r\rb,\r"))).hasSize(2);
        byte[] bytes = "name\ra\rb\r\u00e9\r".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(table(bytes, "text/csv"))).hasMessageContaining("Line 4 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name,On",
                "NAME,ON",
                " name ,\"on\"",
                "\uFEFF\"name\",on",
                "\"\uFEFFname\",on",
                "\uFEFF\uFEFFname,on",
                "na\u00adme,_on_",
                "name|on"
            })
    void aHeaderMayBeWrittenInOtherWays(String header) {
        String row = header.contains("|") ? "a|2026-01-02" : "a,2026-01-02";
        assertThat(rows(table(header + "\n" + row + "\n")))
                .containsExactly("1 {\"name\":\"a\",\"on\":\"2026-01-02\"}");
    }

    @Test
    void aColumnThatIsThereTwiceInOtherWordsIsRepeated() {
        refused(() -> table("name,Name\n"), "csv.repeated-column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "########"})
    void aValueThatTheSpreadsheetLostIsAViolation(String cell) {
        TableRow row = Objects.requireNonNull(table("name,on\n" + cell + ",\n").next());
        assertThat(row.fields().violations())
                .extracting(Violation::pointer, Violation::code)
                .contains(tuple("/name", "csv.lost-value"));
    }

    @ParameterizedTest
    @CsvSource({
        "<html><table><tr>, HTML",
        "'\uFEFF <?xml version=\"1.0\"?>', HTML",
        "{\"rows\":[]}, JSON",
        "[{\"name\":\"a\"}], JSON",
        "%PDF-1.7, PDF",
        "PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet, .ods"
    })
    void anotherFormIsNamed(String start, String name) {
        byte[] bytes = start.getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("text/csv", TableForm.WORKBOOK_TYPE)) {
            assertThatThrownBy(() -> table(bytes, type)).hasMessageContaining(name);
        }
    }

    @Test
    void anOldOrLockedWorkbookIsNamed() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0};
        for (String type : List.of("text/csv", TableForm.WORKBOOK_TYPE)) {
            assertThatThrownBy(() -> table(old, type)).hasMessageContaining("(.xls)");
            assertThatThrownBy(() -> table(gzip, type)).hasMessageContaining("compressed");
        }
    }

    @Test
    void othersThanKnownColumnsCanBePassedOverAndAreNamed() throws IOException {
        var columns =
                new TableColumns(
                        Map.of(
                                "on",
                                ColumnKind.MONTH_FIRST_DATE,
                                "day",
                                ColumnKind.MONTH_FIRST_DAY),
                        List.of(),
                        Set.of(),
                        Map.of("Completion Date", "on", "DOB (MM/DD)", "day"),
                        true);
        Table table =
                Table.open(
                        new ByteArrayInputStream(
                                "completion date\tState\tDOB (MM/DD)\n10/05/2026\tNY\t3/4\n"
                                        .getBytes(StandardCharsets.UTF_8)),
                        MediaType.valueOf("text/tab-separated-values"),
                        columns);
        assertThat(table.passedOver()).containsExactly("State");
        assertThat(rows(table)).containsExactly("1 {\"on\":\"2026-10-05\",\"day\":\"03-04\"}");
    }

    @Test
    void rowsAndColumnsWithoutContentArePassedOver() {
        assertThat(rows(table("name,on,,\na,,,\n,,,\n\n \u00a0,,,\nb,2026-01-02,,\n,,,\n")))
                .containsExactly(
                        "1 {\"name\":\"a\",\"on\":\"\"}",
                        "2 {\"name\":\"b\",\"on\":\"2026-01-02\"}");
    }

    @Test
    void aCellWithoutAColumnIsAViolationOfItsRowAndTheNextRowIsNot() {
        Table table = table("name,on\na,2026-01-02,3\nb\nc,2026-01-02\n");
        TableRow broken = Objects.requireNonNull(table.next());
        assertThat(Objects.requireNonNull(broken.violation()).code()).isEqualTo("csv.cells");
        assertThat(broken.line()).isEqualTo("a,2026-01-02,3");
        assertThat(Objects.requireNonNull(table.next()).violation()).isNull();
        assertThat(Objects.requireNonNull(table.next()).violation()).isNull();
    }

    @Test
    void aTitleAboveTheHeaderIsNamedAsOne() {
        refused(() -> table("Annual meeting\n\nname,on\na,\n"), "csv.title-line");
        refused(() -> table("Credits,,\n\nname,on,credits\na,,\n"), "csv.title-line");
    }

    @Test
    void everyViolationOfTheHeaderIsNamed() {
        refused(
                () -> table("credits,credits,colour\n"),
                "csv.repeated-column",
                "csv.unknown-column",
                "csv.missing-column");
        refused(() -> table(""), "csv.empty");
    }

    @Test
    void columnsArePassedOverOnPurpose() throws IOException {
        var bytes =
                new ByteArrayInputStream(
                        "name,email,outcome\na,b,c\n".getBytes(StandardCharsets.UTF_8));
        Table table =
                Table.open(
                        bytes,
                        MediaType.valueOf("text/csv"),
                        COLUMNS.passingOver(List.of("email")));
        TableRow row = Objects.requireNonNull(table.next());
        assertThat(row.content()).hasToString("{\"name\":\"a\"}");
        assertThat(row.posted()).hasToString("{\"name\":\"a\",\"email\":\"b\",\"outcome\":\"c\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "credits, 12., 12.0",
        "credits, .5, 0.5",
        "credits, +4, 4",
        "credits, '12,5', 12.5",
        "credits, '1,2,3', '1,2,3'",
        "credits, many, many",
        "on, 2026/10/15, 2026-10-15",
        "on, 2026-10-5, 2026-10-05",
        "on, 05-Oct-2026, 2026-10-05",
        "on, 4-Oct-26, 2026-10-04",
        "on, 4 October 2026, 2026-10-04",
        "on, 'Oct 4, 2026', 2026-10-04",
        "on, 10/05/2026, 10/05/2026",
        "on, 31-Feb-2026, 31-Feb-2026",
        "on, 46310, 46310",
        "day, 29-Feb, 02-29",
        "day, 3-4, 03-04",
        "day, 30-Feb, 30-Feb",
        "credits, '１２．５', 12.5",
        "credits, '1.234,50', '1.234,50'",
        "credits, '1 234,50', '1 234,50'",
        "credits, 50%, 50%",
        "on, 2026.10.05, 2026-10-05",
        "on, '5. Okt 2026', 2026-10-05",
        "on, '5 août 2026', 2026-08-05",
        "on, 5th October 2026, 2026-10-05",
        "on, 'Monday, October 5, 2026', 2026-10-05",
        "on, 'Oct 5 2026', 2026-10-05",
        "on, 'Foo 5, 2026', 'Foo 5, 2026'",
        "on, 14-Nov-98, 1998-11-14",
        "on, 14-Nov-29, 2029-11-14",
        "on, 2026‑10–05, 2026-10-05",
        "on, 2026-10-05T00:00:00, 2026-10-05T00:00:00",
        "day, 'March 14', 03-14",
        "day, Mar-14, 03-14",
        "day, 2026-03-14, 03-14",
        "day, 14-Mar-1970, 03-14",
        "day, 03/04, 03/04",
        "open, TRUE, true",
        "open, Yes, true",
        "open, 0, false",
        "number, '０１２３４５', 012345",
        "number, 'A–\u200d12', A-12",
        "open, False, false",
        "number, '012345\u00a0', 012345",
        "number, '\u200b0123 45', 012345",
        "number, '=\"012345\"', 012345"
    })
    void cellsAreReadAsTheyAreMeant(String column, String cell, String meant) {
        assertThat(cell(column, cell)).isEqualTo(meant);
    }

    @Test
    void anApostropheGuardsANumberOrFormulaAndBelongsToAName() {
        assertThat(cell("number", "'012345")).isEqualTo("012345");
        assertThat(cell("number", "'=1+1")).isEqualTo("=1+1");
        assertThat(cell("number", "'tHooft")).isEqualTo("'tHooft");
    }

    @Test
    void aWorkbookThatIsSentAsTextIsNamed() {
        assertThatThrownBy(() -> table(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "text/csv"))
                .hasMessageContaining("Excel workbook: send it as application/vnd");
        assertThatThrownBy(
                        () ->
                                table(
                                        "name\n".getBytes(StandardCharsets.UTF_8),
                                        TableForm.WORKBOOK_TYPE))
                .hasMessageContaining("not an Excel workbook");
    }
}
