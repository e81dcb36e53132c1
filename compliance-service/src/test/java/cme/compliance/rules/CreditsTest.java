package cme.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @ParameterizedTest
    @CsvSource({
        "1.250, 1.25",
        "0, 0.00",
        "999.75, 999.75",
        "20, 20.00",
        "0.50, 0.50",
        "1e2, 100.00"
    })
    void creditsAreExactQuarters(String written, String shown) {
        assertThat(Credits.of(written)).hasToString(shown);
        assertThat(Credits.of(written).toBigDecimal()).isEqualTo(new BigDecimal(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.30", "0.1", "0.251", "1e12"})
    void numbersBetweenQuartersAreRefused(String written) {
        assertThatThrownBy(() -> Credits.of(written)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void creditsNeverGoBelowZero() {
        assertThatThrownBy(() -> Credits.of("-0.25")).isInstanceOf(IllegalArgumentException.class);
    }
}
