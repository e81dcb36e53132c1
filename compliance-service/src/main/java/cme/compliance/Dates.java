package cme.compliance;

import cme.chassis.json.Fields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Dates of requests, within plausible years.
public final class Dates {

    public static final int FIRST_YEAR = 1950;
    public static final int LAST_YEAR = 2200;

    private Dates() {}

    /// Null if the field is absent, or wrong and reported as a violation.
    public static @Nullable LocalDate read(Fields fields, String name) {
        LocalDate date = fields.date(name);
        if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
            fields.violation(
                    name,
                    "date.range",
                    "A date from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR));
            return null;
        }
        return date;
    }
}
