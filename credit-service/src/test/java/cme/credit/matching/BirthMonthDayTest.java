package cme.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthMonthDayTest {
    @ParameterizedTest
    @ValueSource(strings = {"01-01", "02-29", "12-31", "03-14"})
    void daysOfSomeYear(String text) {
        assertThat(BirthMonthDay.parse(text)).map(BirthMonthDay::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-30",
                "13-01",
                "00-10",
                "04-31",
                "3-14",
                "03/14",
                "1980-03-14",
                "",
                "--03-14",
                "٠٣-١٤"
            })
    void noDays(String text) {
        assertThat(BirthMonthDay.parse(text)).isEmpty();
    }
}
