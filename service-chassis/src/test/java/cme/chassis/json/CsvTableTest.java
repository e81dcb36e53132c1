package cme.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Violation;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static final Set<String> COLUMNS = Set.of("name", "credits", "on");

    private static CsvTable table(String csv) {
        return table(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvTable table(byte[] csv) {
        return CsvTable.open(new ByteArrayInputStream(csv), COLUMNS, Set.of("name"));
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

    @Test
    void columnsComeInAnyOrderAndCellsMayBeQuoted() {
        var table = table("\uFEFFcredits,name\r\n1.50,\"Lopez, \"\"M\"\"\"\r\n");
        var row = table.next();
        assertThat(row.number()).isEqualTo(1);
        assertThat(row.fields().text("name", 50)).isEqualTo("Lopez, \"M\"");
        assertThat(row.fields().decimal("credits")).isEqualTo(new BigDecimal("1.50"));
        assertThat(row.fields().violations()).isEmpty();
        assertThat(table.hasNext()).isFalse();
    }

    @Test
    void aCellMayHoldALineBreak() {
        var table = table("name,on\n\"a\nb\",2026-01-02\nc,\n");
        assertThat(table.next().fields().violations())
                .extracting(Violation::code)
                .containsOnly("unknown-field");
        var second = table.next();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.fields().text("name", 50)).isEqualTo("c");
        assertThat(second.fields().date("on")).isNull();
    }

    @Test
    void aRowWithTheWrongNumberOfCellsIsWrongAndTheNextIsNot() {
        var table = table("name,on\na,2026-01-02,3\nb\nc,2026-01-02\n");
        assertThat(table.next().fields().violations())
                .extracting(Violation::code)
                .contains("csv.cells");
        assertThat(table.next().fields().violations())
                .extracting(Violation::code)
                .contains("csv.cells");
        var right = table.next().fields();
        assertThat(right.text("name", 50)).isEqualTo("c");
        assertThat(right.date("on")).isNotNull();
        assertThat(right.violations()).isEmpty();
    }

    @Test
    void aDecimalCommaIsAnError() {
        var row = table("name,credits\na,\"1,25\"\n").next().fields();
        assertThat(row.decimal("credits")).isNull();
        assertThat(row.violations()).extracting(Violation::code).contains("number.format");
    }

    @Test
    void semicolonsAreRefusedWithAHint() {
        refused(() -> table("name;credits\na;1\n"), "csv.semicolons");
    }

    @Test
    void everyViolationOfTheHeaderIsNamed() {
        refused(
                () -> table("credits,credits,colour\n"),
                "csv.repeated-column",
                "csv.unknown-column",
                "csv.missing-column");
    }

    @Test
    void anEmptyTableIsUnreadable() {
        assertThatThrownBy(() -> table("")).hasMessageContaining("header is expected");
    }

    @Test
    void malformedQuotesAndEncodingAreUnreadableAndTheLineIsNamed() {
        assertThatThrownBy(() -> table("name\n\"a\nb").hasNext()).hasMessageContaining("line");
        assertThatThrownBy(
                        () -> table(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xC3, '(', '\n'}))
                .hasMessageContaining("not UTF-8");
    }
}
