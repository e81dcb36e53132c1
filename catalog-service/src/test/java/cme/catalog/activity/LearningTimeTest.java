package cme.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningTimeTest {

    @ParameterizedTest
    @CsvSource({
        "PT1H30M, 90, PT1H30M",
        "pt90m, 90, PT1H30M",
        "90, 90, PT1H30M",
        "1, 1, PT1M",
        "P1DT2H, 1560, PT26H",
        "PT1000H, 60000, PT1000H",
        "PT3600S, 60, PT1H"
    })
    void durationsAreReadInHoursAndMinutes(String text, int minutes, String answered) {
        LearningTime time = LearningTime.read(text).orElseThrow();

        assertThat(time.minutes()).isEqualTo(minutes);
        assertThat(LearningTime.text(time)).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "PT0M",
                "-5",
                "PT-5M",
                "PT30S",
                "PT1000H1M",
                "60001",
                "1:30",
                "1.5",
                "1h 30m",
                "P6W",
                "P1M",
                "PT",
                "999999999",
                "PT99999999999999999H"
            })
    void otherTextsAreNoDuration(String text) {
        assertThat(LearningTime.read(text)).isEmpty();
    }
}
