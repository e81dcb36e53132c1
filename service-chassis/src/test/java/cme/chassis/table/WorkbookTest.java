package cme.chassis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final String MAIN =
            "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String CONTENT_TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            </Types>
            """;

    private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "tests", "1.0")) {
            content.accept(workbook.newWorksheet("Roster"));
            workbook.newWorksheet("Notes").value(0, 0, "not read");
        }
        return bytes.toByteArray();
    }

    private static Table table(byte[] workbook) throws IOException {
        return Table.open(
                new ByteArrayInputStream(workbook),
                MediaType.valueOf(TableForm.WORKBOOK_TYPE),
                TableTest.COLUMNS);
    }

    @Test
    void cellsOfTheFirstSheetAreReadAsTheyAreMeant() throws IOException {
        byte[] workbook =
                workbook(
                        sheet -> {
                            String[] header = {"name", "number", "credits", "on", "open"};
                            for (int i = 0; i < header.length; i++) {
                                sheet.value(0, i, header[i]);
                            }
                            sheet.value(1, 0, "Côté");
                            sheet.value(1, 1, "012345");
                            sheet.value(1, 2, 0.1 + 0.2);
                            sheet.value(1, 3, LocalDate.of(2026, 10, 4));
                            sheet.style(1, 3).format("yyyy-mm-dd").set();
                            sheet.value(1, 4, true);
                            sheet.value(3, 0, "Żak");
                            sheet.value(3, 1, 12345);
                            sheet.style(3, 1).format("000000").set();
                            sheet.value(3, 2, 12);
                        });
        assertThat(TableTest.rows(table(workbook)))
                .containsExactly(
                        "1 {\"name\":\"Côté\",\"number\":\"012345\",\"credits\":\"0.3\",\"on\":\"2026-10-04\",\"open\":\"true\"}",
                        "2 {\"name\":\"Żak\",\"number\":\"012345\",\"credits\":\"12\"}");
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] megabyte = "<si/>".repeat(200_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                zip.write(megabyte);
            }
        }
        assertThatThrownBy(() -> table(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));
    }

    @Test
    void aDamagedWorkbookIsRefused() throws IOException {
        byte[] whole = workbook(sheet -> sheet.value(0, 0, "name"));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> TableTest.rows(table(half))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void formulasCountAsTheValueThatWasSavedAndDaysOfBirthHaveNoYear() throws IOException {
        String sheet =
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>on</t></is></c>
                <c r="C1" t="inlineStr"><is><t>day</t></is></c><c r="D1" t="inlineStr"><is><t>credits</t></is></c></row>
                <row r="2" hidden="1"><c r="A2" t="str"><f>A1</f><v>Lopez</v></c><c r="B2" s="1"><f>TODAY()</f><v>46300</v></c>
                <c r="C2" s="1"><v>46095</v></c><c r="D2"><f>1+1</f><v>2</v></c></row>
                """;
        assertThat(TableTest.rows(table(sheets(sheet))))
                .containsExactly(
                        "1 {\"name\":\"Lopez\",\"on\":\"2026-10-05\",\"day\":\"03-14\",\"credits\":\"2\"}");
    }

    @Test
    void aCellThatIsAnErrorIsAViolation() throws IOException {
        String sheet =
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>
                <row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>
                """;
        assertThat(Objects.requireNonNull(table(sheets(sheet)).next()).violation())
                .extracting(Violation::code)
                .isEqualTo("csv.lost-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c r='&#90;ZZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c t='z'><v>1</v></c></row>",
                "<row r='1'><c><f t='shared' si='9'/><v>1</v></c></row>"
            })
    void whatNoWorkbookHasIsRefused(String sheet) {
        assertThatThrownBy(() -> TableTest.rows(table(sheets(sheet))))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void aNumberThatNobodyCouldWriteOutStaysAsItIs() throws IOException {
        String sheet =
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>credits</t></is></c>
                <c r="C1" t="inlineStr"><is><t>on</t></is></c></row>
                <row r="2"><c r="A2"><v>1E999999999</v></c><c r="B2"><v>1E-999999999</v></c><c r="C2" s="1"><v>1E30</v></c></row>
                """;
        assertThat(TableTest.rows(table(sheets(sheet))))
                .hasSize(1)
                .first()
                .asString()
                .hasSizeLessThan(200);
    }

    @Test
    void aHiddenSheetBeforeTheRosterIsPassedOver() throws IOException {
        byte[] workbook =
                sheets(
                        "<row r='1'><c r='A1' t='inlineStr'><is><t>secret</t></is></c></row>",
                        "<row r='1'><c r='A1' t='inlineStr'><is><t>name</t></is></c></row><row r='2'><c r='A2' t='inlineStr'><is><t>a</t></is></c></row>");
        assertThat(TableTest.rows(table(workbook))).containsExactly("1 {\"name\":\"a\"}");
    }

    /// A workbook of these sheets; all but the last one are hidden.
    private static byte[] sheets(String... rows) throws IOException {
        var sheets = new StringBuilder();
        var relations = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 1; i <= rows.length; i++) {
                String state = i < rows.length ? " state='hidden'" : "";
                sheets.append(
                        "<sheet name='S%d' sheetId='%d' r:id='rId%d'%s/>"
                                .formatted(i, i, i, state));
                relations.append(relation(i, "worksheet", "worksheets/sheet%d.xml".formatted(i)));
                part(
                        zip,
                        "xl/worksheets/sheet%d.xml".formatted(i),
                        "<worksheet %s><sheetData>%s</sheetData></worksheet>"
                                .formatted(MAIN, rows[i - 1]));
            }
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook %s xmlns:r='%s'><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, RELATIONS, sheets));
            relations.append(relation(90, "styles", "styles.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relationships(relations));
            part(
                    zip,
                    "_rels/.rels",
                    relationships(relation(1, "officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet %s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
                            .formatted(MAIN));
            part(zip, "[Content_Types].xml", CONTENT_TYPES);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id='rId%d' Type='%s/%s' Target='%s'/>"
                .formatted(id, RELATIONS, type, target);
    }

    private static String relationships(CharSequence relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>"
                .formatted(relations);
    }
}
