package cme.compliance.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FoldedLinesTest {

    @Test
    void linesHaveAtMost75OctetsAndNoCharacterIsTornApart() {
        String text = "SUMMARY:" + "Ünïcödé 手術 🩺 ".repeat(20);
        String folded = FoldedLines.of(text + "\r\nEND:VEVENT\r\n");
        assertThat(folded.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(text + "\r\nEND:VEVENT\r\n");
    }

    @Test
    void aLineThatFitsStaysWhole() {
        String line = "x".repeat(75);
        assertThat(FoldedLines.of(line)).isEqualTo(line + "\r\n");
        assertThat(FoldedLines.of(line + "y")).isEqualTo(line + "\r\n y\r\n");
    }
}
