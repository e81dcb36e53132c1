package cme.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cme.stack.process.StackFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingRequestTest {

    @Test
    void aMillionIsMeasuredNextToAHundredThousand() {
        assertThat(ScalingRequest.of(List.of()).sizes()).containsExactly(100_000, 1_000_000);
    }

    @Test
    void fewerCanBeAskedFor() {
        var request =
                ScalingRequest.of(
                        List.of("--diplomates", "2000", "--fresh", "--port-base", "32000"));

        assertThat(request.sizes()).containsExactly(200, 2_000);
        assertThat(request.fresh()).isTrue();
        assertThat(request.ports().base()).isEqualTo(32_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--diplomates", "--diplomates many", "--diplomates 999", "posting"})
    void otherWordsAreRefused(String words) {
        assertThatThrownBy(() -> ScalingRequest.of(List.of(words.split(" "))))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--diplomates");
    }
}
