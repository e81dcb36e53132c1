package cme.chassis.startup;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/// Reads a duration that is longer than zero, because a loop that does not wait would never rest.
public final class PositiveDuration implements Converter<Duration> {

    private static final long serialVersionUID = 1L;
    private static final DurationConverter ANY = new DurationConverter();

    @Override
    public Duration convert(String value) {
        try {
            Duration time = ANY.convert(value);
            if (time != null && time.isPositive()) {
                return time;
            }
        } catch (IllegalArgumentException _) {
            // The exception below explains it.
        }
        throw new IllegalArgumentException("it must be a time such as 500ms, 10s or PT1M");
    }
}
