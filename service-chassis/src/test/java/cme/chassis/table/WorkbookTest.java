package cme.chassis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {

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
            byte[] megabyte =
                    "<si/>".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
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
}
