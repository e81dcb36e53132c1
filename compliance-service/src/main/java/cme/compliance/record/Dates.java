package cme.compliance.record;

import cme.chassis.json.Fields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Dates of requests, within what a person can have meant.
public final class Dates {

    public static final int FIRST_YEAR = 1950;
    public static final int LAST_YEAR = 2200;

    private Dates() {}

    /// Null when absent, or when it is wrong and that was said.
    public static @Nullable LocalDate read(Fields fields, String name) {
        var date = fields.date(name);
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
