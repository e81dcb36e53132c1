package cme.credit.identity;

import cme.chassis.json.Fields;
import cme.credit.matching.BirthMonthDay;
import cme.credit.matching.FamilyName;
import cme.credit.matching.NameFolding;
import cme.credit.matching.Npi;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields that name a diplomate; mistakes are reported among the violations of the
/// fields.
public final class IdentityFields {
    /// The longest number of a diplomate, in characters.
    public static final int MAX_DIPLOMATE_ID = 40;

    /// `12345.0` and `1.30E+09`, which spreadsheets make of numbers.
    private static final Pattern CHANGED =
            Pattern.compile("[0-9]+[.,]0*|[0-9]([.,][0-9]+)?[eE]\\+[0-9]+");

    private static final Pattern MONTH_AND_DAY = Pattern.compile("[0-9]{2}-[0-9]{2}");

    private static final String CHANGED_DETAIL =
            "A spreadsheet changed this number: format its column as text, and enter it again.";

    /// A name with one of these needs no folding to show that it has a letter.
    private static final Pattern PLAIN_LETTER = Pattern.compile("[A-Za-z]");

    private static final Pattern DIPLOMATE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private IdentityFields() {}

    /// True when the text may be a number in the API; the board's setting may be narrower.
    public static boolean isDiplomateId(String text) {
        return text.length() <= MAX_DIPLOMATE_ID && DIPLOMATE_ID.matcher(text).matches();
    }

    /// The number of a diplomate, in the form that the register has.
    public static @Nullable String diplomateId(Fields fields) {
        String number = fields.text("diplomateId", MAX_DIPLOMATE_ID);
        if (number != null && CHANGED.matcher(number).matches()) {
            fields.violation("diplomateId", "diplomate-id.format", CHANGED_DETAIL);
        } else if (number != null && !isDiplomateId(number)) {
            fields.violation(
                    "diplomateId",
                    "diplomate-id.format",
                    "A number of a diplomate has letters, digits, points, hyphens and underscores only.");
        }
        return number;
    }

    /// An NPI; one with a wrong digit is reported and returned all the same.
    public static @Nullable String npi(Fields fields) {
        String npi = fields.text("npi", 20);
        if (npi != null && !Npi.hasForm(npi)) {
            fields.violation(
                    "npi",
                    "npi.format",
                    CHANGED.matcher(npi).matches()
                            ? CHANGED_DETAIL
                            : "An NPI has ten digits and nothing else; this has %d characters."
                                    .formatted(npi.length()));
        } else if (npi != null && !Npi.checks(npi)) {
            fields.violation(
                    "npi",
                    "npi.check-digit",
                    "The last digit does not fit the others: a digit is mistyped.");
        }
        return npi;
    }

    public static @Nullable String familyName(Fields fields) {
        return fields.required("familyName", familyNameIfSent(fields));
    }

    /// As [#familyName], but it may be left out.
    public static @Nullable String familyNameIfSent(Fields fields) {
        String name = fields.text("familyName", NameFolding.MAX_LENGTH);
        if (name != null && !hasLetter(name)) {
            fields.violation(
                    "familyName", "family-name.format", "There is no letter in this name.");
        }
        return name;
    }

    private static boolean hasLetter(String name) {
        return PLAIN_LETTER.matcher(name).find() || !FamilyName.of(name).keys().isEmpty();
    }

    public static @Nullable BirthMonthDay birthMonthDay(Fields fields) {
        String text = fields.text("birthMonthDay", 20);
        if (text == null) {
            return null;
        }
        Optional<BirthMonthDay> day = BirthMonthDay.parse(text);
        if (day.isEmpty()) {
            fields.violation(
                    "birthMonthDay",
                    "birth-month-day.format",
                    MONTH_AND_DAY.matcher(text).matches()
                            ? "The calendar has no such day; a day of birth is written MM-DD."
                            : "A day of birth is written MM-DD, without the year.");
        }
        return day.orElse(null);
    }

    /// Reports that both numbers are missing; one is needed to find a diplomate.
    public static void requireNumber(
            Fields fields, @Nullable String diplomateId, @Nullable String npi) {
        if (diplomateId == null && npi == null) {
            fields.violation("diplomateId", "required", "A diplomateId or an npi is needed.");
        }
    }
}
