package cme.chassis.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Dates as spreadsheets write them, as far as nobody can mistake them. `10/05/2026` is two dates
/// and stays as it is.
final class SpreadsheetDates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern SPELT_MONTH =
            Pattern.compile(
                    "([0-9]{1,2})[-/. ]{1,2}([A-Za-z]{3,9})\\.?,?[-/. ]{1,2}([0-9]{4}|[0-9]{2})");
    private static final Pattern SPELT_MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? ([0-9]{1,2}), ?([0-9]{4})");
    private static final Pattern SPELT_MONTH_DAY =
            Pattern.compile("([0-9]{1,2})[-/. ]{1,2}([A-Za-z]{3,9})\\.?");
    private static final Pattern SHORT_MONTH_DAY = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");

    /// Completions, certificates and birthdays of colleagues in this century: `26` is 2026.
    private static final int CENTURY = 2000;

    /// Any leap year.
    private static final int LEAP_YEAR = 2000;

    private static final Map<String, Month> MONTHS =
            Arrays.stream(Month.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    month -> letters(month.toString()), Function.identity()));

    private SpreadsheetDates() {}

    /// Returns `YYYY-MM-DD`, or the cell itself when it is no date or could be several.
    static String date(String cell) {
        LocalDate date = parse(cell);
        return date == null ? cell : date.toString();
    }

    private static @Nullable LocalDate parse(String cell) {
        Matcher yearFirst = YEAR_FIRST.matcher(cell);
        if (yearFirst.matches()) {
            return of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher spelt = SPELT_MONTH.matcher(cell);
        if (spelt.matches()) {
            int year = number(spelt, 3);
            return of(year < 100 ? CENTURY + year : year, month(spelt.group(2)), number(spelt, 1));
        }
        Matcher monthFirst = SPELT_MONTH_FIRST.matcher(cell);
        return monthFirst.matches()
                ? of(number(monthFirst, 3), month(monthFirst.group(1)), number(monthFirst, 2))
                : null;
    }

    /// Returns `MM-DD`, or the cell itself when it is no day of a year.
    static String monthDay(String cell) {
        Matcher spelt = SPELT_MONTH_DAY.matcher(cell);
        Matcher digits = SHORT_MONTH_DAY.matcher(cell);
        LocalDate day = null;
        if (spelt.matches()) {
            day = of(LEAP_YEAR, month(spelt.group(2)), number(spelt, 1));
        } else if (digits.matches()) {
            day = of(LEAP_YEAR, number(digits, 1), number(digits, 2));
        }
        return day == null ? cell : day.toString().substring("2000-".length());
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The number of a month that is spelt in English, or 0. Three letters are enough.
    private static int month(String name) {
        Month month = MONTHS.get(letters(name));
        boolean isName =
                month != null
                        && (name.length() == 3
                                || month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(name.toLowerCase(Locale.ROOT)));
        return isName ? month.getValue() : 0;
    }

    private static String letters(String name) {
        return name.substring(0, 3).toUpperCase(Locale.ROOT);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
