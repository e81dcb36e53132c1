package cme.chassis.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as spreadsheets write them, as far as nobody can mistake them. `10/05/2026` is two dates
/// and stays as it is, unless a form says that the month comes first.
final class SpreadsheetDates {

    /// `Monday, ` before a date.
    private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,? )?";

    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern SPELT_MONTH =
            Pattern.compile(
                    WEEKDAY
                            + "([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]{1,2}(\\p{L}{3,10})\\.?,?[-/. ]{1,2}([0-9]{4}|[0-9]{2})");
    private static final Pattern SPELT_MONTH_FIRST =
            Pattern.compile(
                    WEEKDAY
                            + "(\\p{L}{3,10})\\.?[- ]([0-9]{1,2})(?:st|nd|rd|th)?(?:, ?| |-)([0-9]{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})");

    private static final Pattern SPELT_MONTH_DAY =
            Pattern.compile("([0-9]{1,2})[-/. ]{1,2}(\\p{L}{3,10})\\.?");
    private static final Pattern SPELT_MONTH_BEFORE_DAY =
            Pattern.compile("(\\p{L}{3,10})\\.?[- ]([0-9]{1,2})");
    private static final Pattern SHORT_MONTH_DAY = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern MONTH_FIRST_DAY =
            Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.][0-9]{2}|[-/.][0-9]{4})?");

    /// Spreadsheets mean 2029 by `29` and 1930 by `30`.
    private static final int FIRST_YEAR = 1930;

    /// Any leap year.
    private static final int LEAP_YEAR = 2000;

    private SpreadsheetDates() {}

    /// Returns `YYYY-MM-DD`, or the cell itself when it is no date or could be several.
    static String date(String cell) {
        if (ISO.matcher(cell).matches()) {
            return cell;
        }
        LocalDate date = parse(cell);
        return date == null ? cell : date.toString();
    }

    /// As [#date], and `10/05/2026` is a date too.
    static String monthFirstDate(String cell) {
        Matcher date = MONTH_FIRST.matcher(cell);
        LocalDate read =
                date.matches() ? of(number(date, 3), number(date, 1), number(date, 2)) : null;
        return read == null ? date(cell) : read.toString();
    }

    private static @Nullable LocalDate parse(String cell) {
        Matcher yearFirst = YEAR_FIRST.matcher(cell);
        if (yearFirst.matches()) {
            return of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher spelt = SPELT_MONTH.matcher(cell);
        if (spelt.matches()) {
            int year = number(spelt, 3);
            return of(
                    year < 100 ? withCentury(year) : year,
                    MonthNames.month(spelt.group(2)),
                    number(spelt, 1));
        }
        Matcher monthFirst = SPELT_MONTH_FIRST.matcher(cell);
        return monthFirst.matches()
                ? of(
                        number(monthFirst, 3),
                        MonthNames.month(monthFirst.group(1)),
                        number(monthFirst, 2))
                : null;
    }

    private static int withCentury(int year) {
        return FIRST_YEAR + Math.floorMod(year - FIRST_YEAR, 100);
    }

    /// Returns `MM-DD`, or the cell itself when it is no day of a year.
    static String monthDay(String cell) {
        Matcher digits = SHORT_MONTH_DAY.matcher(cell);
        if (digits.matches()) {
            return monthDay(cell, number(digits, 1), number(digits, 2));
        }
        Matcher spelt = SPELT_MONTH_DAY.matcher(cell);
        if (spelt.matches()) {
            return monthDay(cell, MonthNames.month(spelt.group(2)), number(spelt, 1));
        }
        Matcher before = SPELT_MONTH_BEFORE_DAY.matcher(cell);
        if (before.matches()) {
            return monthDay(cell, MonthNames.month(before.group(1)), number(before, 2));
        }
        LocalDate date = parse(cell);
        return date == null ? cell : withoutYear(date);
    }

    /// As [#monthDay], and `03/04` is a day too.
    static String monthFirstDay(String cell) {
        Matcher day = MONTH_FIRST_DAY.matcher(cell);
        return day.matches() ? monthDay(cell, number(day, 1), number(day, 2)) : monthDay(cell);
    }

    private static String monthDay(String cell, int month, int day) {
        LocalDate date = of(LEAP_YEAR, month, day);
        return date == null ? cell : withoutYear(date);
    }

    private static String withoutYear(LocalDate date) {
        return date.toString().substring("2000-".length());
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
