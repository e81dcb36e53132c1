package cme.portal.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the reader's region writes dates and numbers. Pages are English, so regions are those of
/// English, and everybody else reads them as in the United States. Days are the board's.
///
/// @param zone in which an instant becomes a day and a time
public record Formats(Locale locale, ZoneId zone) {
    private static final Pattern ISO_DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    /// @param acceptLanguage the browser's header, such as `en-GB,en;q=0.8`, or null
    public static Formats of(@Nullable String acceptLanguage, ZoneId zone) {
        return new Formats(region(acceptLanguage), zone);
    }

    private static Locale region(@Nullable String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage == null ? "en-US" : acceptLanguage)
                    .stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> locale.getLanguage().equals("en"))
                    .filter(locale -> !locale.getCountry().isEmpty())
                    .findFirst()
                    .orElse(Locale.US);
        } catch (IllegalArgumentException _) {
            return Locale.US;
        }
    }

    /// Such as `Dec 1, 2026`.
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    /// Such as `December 1, 2026`.
    public String longDate(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }

    /// Such as `Dec 2, 2023 – Dec 1, 2026`.
    public String range(LocalDate from, LocalDate to) {
        return date(from) + " – " + date(to);
    }

    /// Such as `Nov 28, 2026, 4:44 PM ET`.
    public String instant(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(instant)
                + " "
                + DateTimeFormatter.ofPattern("v", locale).withZone(zone).format(instant);
    }

    /// The board's day of an instant.
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// For columns: two decimals, such as `145.75` or `29.00`.
    public String credits(BigDecimal credits) {
        return number(credits, 2);
    }

    /// For sentences: without zeros that say nothing, such as `29` or `4.25`.
    public String shortCredits(BigDecimal credits) {
        return number(credits, credits.stripTrailingZeros().scale() <= 0 ? 0 : 2);
    }

    /// `1 credit`, `2.25 credits`.
    public String creditsInWords(BigDecimal credits) {
        return shortCredits(credits)
                + (credits.compareTo(BigDecimal.ONE) == 0 ? " credit" : " credits");
    }

    /// A whole number, such as `4,812`.
    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /// `1 row`, `2 rows`.
    public String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /// A sentence of a service, which writes days as ISO 8601 does, with its days as this reader
    /// writes them.
    public String sentence(String text) {
        return ISO_DAY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(day(found)));
    }

    private String day(MatchResult found) {
        try {
            return date(LocalDate.parse(found.group()));
        } catch (DateTimeParseException _) {
            return found.group();
        }
    }

    /// A day of every year, such as `March 14`.
    ///
    /// @param monthDay as services write it, such as `03-14`
    public String monthDay(String monthDay) {
        try {
            return DateTimeFormatter.ofLocalizedPattern("MMMMd")
                    .withLocale(locale)
                    .format(MonthDay.parse("--" + monthDay));
        } catch (DateTimeParseException _) {
            return monthDay;
        }
    }

    /// How far a day is, such as `today`, `in 3 days`, `2 days ago`.
    public String distance(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        return days > 0 ? "in " + count(days, "day", "days") : count(-days, "day", "days") + " ago";
    }

    /// `a`, `a and b`, `a, b and c`.
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /// The same with a large first letter.
    public static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, 2));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(value);
    }
}
