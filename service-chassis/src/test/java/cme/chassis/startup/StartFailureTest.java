package cme.chassis.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void everyUnreadableSettingIsNamedAsAVariable() {
        var failure = refusal(Map.of("cme.test.rows", "many", "cme.test.pause", "0s"));
        assertThat(StartFailure.reasons(new IllegalStateException(failure)))
                .containsExactlyInAnyOrder(
                        "CME_TEST_ROWS cannot be \"many\": it must be a whole number from 1 to"
                                + " 2147483647.",
                        "CME_TEST_PAUSE cannot be \"0s\": it must be a time such as 500ms, 10s or"
                                + " PT1M.");
    }

    @Test
    void aRefusalByTheDatabaseIsOneLine() {
        var refused = new SQLException("FATAL: password authentication\n  failed", "28P01");
        assertThat(StartFailure.reasons(new RuntimeException("flyway", refused)))
                .containsExactly("the database refuses: FATAL: password authentication failed");
    }

    @Test
    void aBugHasNoReasons() {
        assertThat(StartFailure.reasons(new IllegalStateException("bug"))).isEmpty();
    }

    @ConfigMapping(prefix = "cme.test")
    interface Sample {
        @WithConverter(AtLeastOne.class)
        int rows();

        @WithConverter(PositiveDuration.class)
        Duration pause();
    }

    private static ConfigValidationException refusal(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder().withDefaultValues(settings).withMapping(Sample.class);
        return catchThrowableOfType(ConfigValidationException.class, config::build);
    }
}
