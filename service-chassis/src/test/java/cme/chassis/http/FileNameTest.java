package cme.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FileNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void aNameSaysWhatItIsWhoseAndOfWhichDay() {
        assertThat(FileName.of(DAY, "pdf", "transcript", "012345").value())
                .isEqualTo("transcript-012345-2026-11-30.pdf");
        assertThat(FileName.of(DAY, "csv", "worklist", null).value())
                .isEqualTo("worklist-2026-11-30.csv");
    }

    @Test
    void programsThatReadOnlyPlainLettersGetSignsInThePlaceOfOthers() {
        assertThat(FileName.of(DAY, "csv", "Congr\u00e8s \"26\" *", "rows").attachment())
                .isEqualTo(
                        "attachment; filename=\"Congr_s__26___-rows-2026-11-30.csv\";"
                                + " filename*=UTF-8''Congr%C3%A8s%20%2226%22%20%2A-rows-2026-11-30.csv");
    }
}
