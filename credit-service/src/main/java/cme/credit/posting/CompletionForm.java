package cme.credit.posting;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.completion.Credits;
import cme.credit.identity.IdentityFields;
import cme.credit.matching.BirthMonthDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a posted completion and says everything that is wrong with their form
/// (domain, section 4).
public final class CompletionForm {
    /// Names of the fields, in the order in which they are written out.
    public static final List<String> FIELDS =
            List.of(
                    "externalId",
                    "diplomateId",
                    "npi",
                    "familyName",
                    "birthMonthDay",
                    "activity",
                    "title",
                    "completedOn",
                    "credits",
                    "patientSafetyCredits",
                    "category",
                    "provider");

    static final int MAX_EXTERNAL_ID = 100;
    private static final int MAX_CODE = 80;
    private static final int MAX_TITLE = 300;

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_AND_MORE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*|[Zz]|[+-][0-9].*)");
    private static final Pattern CATEGORY = Pattern.compile("[A-Z0-9_]{1,40}");

    private CompletionForm() {}

    /// Reads what is posted for the first time.
    ///
    /// @param today in America/New_York; nothing is completed after it
    static Draft read(Fields fields, LocalDate today) {
        String externalId = fields.requiredText("externalId", MAX_EXTERNAL_ID);
        String diplomateId = fields.text("diplomateId", IdentityFields.MAX_DIPLOMATE_ID);
        String npi = IdentityFields.npi(fields);
        IdentityFields.requireNumber(fields, diplomateId, npi);
        String familyName = IdentityFields.familyName(fields);
        return draft(fields, today, externalId, new Person(diplomateId, npi, familyName));
    }

    /// Reads what replaces something that stands: it need not say again whose it is, and the
    /// `externalId` stays.
    public static Draft readCorrection(Fields fields, LocalDate today) {
        String externalId = fields.text("externalId", MAX_EXTERNAL_ID);
        String diplomateId = fields.text("diplomateId", IdentityFields.MAX_DIPLOMATE_ID);
        String npi = IdentityFields.npi(fields);
        String familyName = IdentityFields.familyNameIfSent(fields);
        return draft(fields, today, externalId, new Person(diplomateId, npi, familyName));
    }

    private record Person(
            @Nullable String diplomateId, @Nullable String npi, @Nullable String familyName) {}

    private static Draft draft(
            Fields fields, LocalDate today, @Nullable String externalId, Person person) {
        BirthMonthDay birthMonthDay = IdentityFields.birthMonthDay(fields);
        String activity = fields.text("activity", MAX_CODE);
        String title = fields.text("title", MAX_TITLE);
        requireOneOf(fields, activity, title);
        LocalDate completedOn = completedOn(fields, today);
        Credits credits = fields.required("credits", credits(fields, "credits", false));
        Credits safety = credits(fields, "patientSafetyCredits", true);
        if (credits != null && safety != null && safety.compareTo(credits) > 0) {
            fields.violation(
                    "patientSafetyCredits",
                    "patient-safety.over-maximum",
                    "The patient-safety part cannot exceed the " + credits + " credits.");
        }
        String category = category(fields);
        String provider = fields.text("provider", MAX_CODE);
        return new Draft(
                externalId,
                person.diplomateId(),
                person.npi(),
                person.familyName(),
                birthMonthDay,
                activity,
                title,
                completedOn,
                credits,
                safety,
                category,
                provider,
                violations(fields));
    }

    private static void requireOneOf(
            Fields fields, @Nullable String activity, @Nullable String title) {
        if (activity != null && title != null) {
            fields.violation(
                    "title", "activity.or-title", "Send an activity or a title, not both.");
        } else if (activity == null && title == null) {
            fields.violation("activity", "required", "An activity or a title is needed.");
        }
    }

    private static @Nullable LocalDate completedOn(Fields fields, LocalDate today) {
        String text = fields.requiredText("completedOn", 60);
        if (text == null) {
            return null;
        }
        LocalDate day = date(text);
        if (day == null) {
            boolean more = DATE_AND_MORE.matcher(text).matches();
            fields.violation(
                    "completedOn",
                    more ? "completed-on.time-part" : "completed-on.format",
                    more
                            ? "Send the date alone: a time or zone could move it to another day."
                            : "A real date is expected, written YYYY-MM-DD.");
        } else if (day.isAfter(today)) {
            fields.violation(
                    "completedOn",
                    "completed-on.future",
                    "This day is after today, " + today + ".");
        } else if (day.isBefore(EARLIEST)) {
            fields.violation(
                    "completedOn",
                    "completed-on.too-early",
                    "Nothing before " + EARLIEST + " is taken.");
        }
        return day;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable Credits credits(Fields fields, String name, boolean mayBeZero) {
        BigDecimal amount = fields.decimal(name);
        if (amount == null) {
            return null;
        }
        boolean quarters = Credits.isQuarters(amount);
        boolean inRange = Credits.isInRange(amount) && (mayBeZero || amount.signum() > 0);
        if (!quarters) {
            fields.violation(
                    name,
                    "credits.increment",
                    "Credits come in quarters: 0.25, 0.50, 0.75, 1.00 and so on.");
        }
        if (!inRange) {
            fields.violation(
                    name,
                    "credits.range",
                    "From %s to %s credits.".formatted(mayBeZero ? "0.00" : "0.25", Credits.MAX));
        }
        return quarters && inRange ? Credits.of(amount) : null;
    }

    private static @Nullable String category(Fields fields) {
        String category = fields.text("category", MAX_CODE);
        if (category != null && !CATEGORY.matcher(category).matches()) {
            fields.violation(
                    "category", "category.format", "A category is written like AMA_PRA_1.");
        }
        return category;
    }

    /// A decimal comma is an amount that is not written in quarters, and is told so.
    private static List<Violation> violations(Fields fields) {
        return fields.violations().stream()
                .map(
                        v ->
                                v.code().equals("number.format")
                                        ? new Violation(
                                                v.pointer(), "credits.increment", v.detail())
                                        : v)
                .toList();
    }
}
