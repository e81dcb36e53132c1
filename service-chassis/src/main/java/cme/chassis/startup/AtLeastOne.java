package cme.chassis.startup;

import org.eclipse.microprofile.config.spi.Converter;

/// A number of something of which none would stop the service from working.
public final class AtLeastOne implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    @Override
    public Integer convert(String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "it must be a whole number from 1 to " + Integer.MAX_VALUE);
    }
}
