package cme.portal.rules;

import cme.portal.page.Formats;
import cme.portal.page.Words;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/// The words for the numbers of a rule set.
final class FigureWords {
    private FigureWords() {}

    /// @param field the last part, such as `lookBackYears`
    static String name(String field) {
        return switch (field) {
            case "cycleYears" -> "Years of a cycle";
            case "deadline" -> "Deadline";
            case "zone" -> "The day ends in";
            case "latePeriodDays" -> "Days of late reports";
            case "dueSoonDays" -> "Days before a deadline from which it is due soon";
            case "dueYears" -> "Due in years";
            case "lookBackYears" -> "Years that count before a deadline";
            case "nearMissYears" -> "Years around the procedure that the board may still accept";
            case "credits" -> "Credits";
            case "activities" -> "Activities";
            default -> Words.plain(field.replaceAll("([a-z])([A-Z])", "$1 $2"));
        };
    }

    /// `[3, 6, 9]` as `3, 6 and 9`, `12-01` as `December 1`, `America/New_York` as `New York`.
    static String value(String field, String value) {
        if (value.startsWith("[") && value.endsWith("]")) {
            return Formats.list(
                    Arrays.asList(value.substring(1, value.length() - 1).split(",\\s*")));
        }
        return switch (field) {
            case "deadline" -> monthDay(value);
            case "zone" -> value.substring(value.lastIndexOf('/') + 1).replace('_', ' ');
            default -> value;
        };
    }

    private static String monthDay(String value) {
        try {
            return MonthDay.parse("--" + value)
                    .format(DateTimeFormatter.ofPattern("MMMM d", Locale.US));
        } catch (DateTimeException _) {
            return value;
        }
    }
}
