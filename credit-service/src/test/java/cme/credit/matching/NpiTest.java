package cme.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567893",
                "1000000012",
                "1987654328",
                "1555012347",
                "1090123450",
                "1900123450"
            })
    void rightCheckDigits(String digits) {
        assertThat(Npi.hasForm(digits)).isTrue();
        assertThat(Npi.checks(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "1234567898", "1234567983", "2134567893"})
    void wrongCheckDigits(String digits) {
        assertThat(Npi.hasForm(digits)).isTrue();
        assertThat(Npi.checks(digits)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456789", "12345678933", "123456789x", " 123456789", "١٢٣٤٥٦٧٨٩٣"})
    void notTenDigits(String text) {
        assertThat(Npi.hasForm(text)).isFalse();
    }

    @Test
    void anNpiThatDoesNotCheckCannotBeMade() {
        assertThatThrownBy(() -> new Npi("1234567898"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
