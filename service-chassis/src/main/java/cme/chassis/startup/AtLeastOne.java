package cme.chassis.startup;

import org.eclipse.microprofile.config.spi.Converter;

/// Reads a whole number of at least one.
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
            // The exception below explains it.
        }
        throw new IllegalArgumentException(
                "it must be a whole number from 1 to " + Integer.MAX_VALUE);
    }
}
