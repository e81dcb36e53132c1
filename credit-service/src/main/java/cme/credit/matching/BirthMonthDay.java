package cme.credit.matching;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day of birth without its year, written `MM-DD`; 02-29 is one of them.
public record BirthMonthDay(MonthDay value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}-[0-9]{2}");

    /// Reads `MM-DD`; empty when the text is something else or no year has such a day.
    public static Optional<BirthMonthDay> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BirthMonthDay(MonthDay.parse("--" + text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString().substring(2);
    }
}
