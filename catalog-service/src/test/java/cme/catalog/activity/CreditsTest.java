package cme.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cme.catalog.activity.Description.Flaw;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @ParameterizedTest
    @CsvSource({"1.5, 1.50", "1.250, 1.25", "60, 60.00", "0, 0.00", "999.75, 999.75"})
    void creditsAreExactQuarters(BigDecimal amount, String shown) {
        assertThat(Credits.flawIn("credits", amount)).isEmpty();
        assertThat(Credits.of(amount)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.3, credits.increment",
        "0.125, credits.increment",
        "-0.25, credits.range",
        "1000, credits.range"
    })
    void otherAmountsAreNotCredits(BigDecimal amount, String code) {
        assertThat(Credits.flawIn("credits", amount)).map(Flaw::code).contains(code);
    }

    @Test
    void equalAmountsAreEqual() {
        assertThat(Credits.of(new BigDecimal("1.5")))
                .isEqualTo(Credits.of(new BigDecimal("1.500")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A--B", "-A", "A B", "Ä"})
    void whatIsNoCodeIsNoCode(String text) {
        assertThat(ActivityCode.isCode(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "2026", "ASPS-ANNUAL-2026", "CCD:12.3_B"})
    void codesAreCapitalsAndDigits(String text) {
        assertThat(ActivityCode.isCode(text)).isTrue();
    }
}
