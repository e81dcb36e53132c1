package cme.chassis.startup;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/// A time to wait that is none at all would make a loop that never rests.
public final class PositiveDuration implements Converter<Duration> {

    private static final long serialVersionUID = 1L;
    private static final DurationConverter ANY = new DurationConverter();

    @Override
    public Duration convert(String value) {
        try {
            var time = ANY.convert(value);
            if (time != null && time.isPositive()) {
                return time;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new IllegalArgumentException("it must be a time such as 500ms, 10s or PT1M");
    }
}
