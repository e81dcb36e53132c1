package cme.credit.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {
    @ParameterizedTest
    @CsvSource({
        "0,0.00",
        "0.25,0.25",
        "1.250,1.25",
        "1.5,1.50",
        "12.00,12.00",
        "1E1,10.00",
        "999.75,999.75"
    })
    void quartersAreExact(BigDecimal amount, String written) {
        assertThat(Credits.of(amount)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.30", "0.2", "1.125", "0.249999999999", "1e-999999999", "999.76"})
    void otherStepsAreNot(BigDecimal amount) {
        assertThat(Credits.isQuarters(amount)).isFalse();
        assertThatThrownBy(() -> Credits.of(amount)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.25", "1000", "999.80", "1e999999999"})
    void amountsBeyondTheRangeAreNot(BigDecimal amount) {
        assertThat(Credits.isInRange(amount)).isFalse();
        assertThatThrownBy(() -> Credits.of(amount)).isInstanceOf(IllegalArgumentException.class);
    }
}
