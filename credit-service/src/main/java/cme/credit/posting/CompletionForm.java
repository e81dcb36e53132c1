package cme.credit.posting;

import cme.chassis.json.Fields;
import cme.chassis.problem.Violation;
import cme.credit.completion.Completion.Content;
import cme.credit.completion.Credits;
import cme.credit.completion.Posted;
import cme.credit.identity.IdentityFields;
import cme.credit.matching.BirthMonthDay;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of a posted completion as far as they could be read, and every violation of their
/// form (domain, section 4). A field is null when it is absent or cannot be read.
public record CompletionForm(
        @Nullable String externalId,
        @Nullable String diplomateId,
        @Nullable String npi,
        @Nullable String familyName,
        @Nullable BirthMonthDay birthMonthDay,
        @Nullable String activity,
        @Nullable String title,
        @Nullable LocalDate completedOn,
        @Nullable String session,
        @Nullable Credits credits,
        @Nullable Credits patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider,
        List<Violation> violations) {

    /// Names of the fields that say what was completed.
    public static final List<String> CONTENT_FIELDS =
            Stream.of(Content.class.getRecordComponents()).map(RecordComponent::getName).toList();

    static final int MAX_EXTERNAL_ID = 100;
    private static final int MAX_CODE = 80;
    private static final int MAX_TITLE = 300;
    private static final int MAX_SESSION = 64;

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_AND_MORE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*|[Zz]|[+-][0-9].*)");
    private static final Pattern DAY_OR_MONTH_FIRST =
            Pattern.compile("[0-9]{1,2}([/.-])[0-9]{1,2}\\1[0-9]{2}([0-9]{2})?");

    /// Days since 1900, from 1954 to 2064.
    private static final Pattern SERIAL = Pattern.compile("[2-5][0-9]{4}(\\.[0-9]+)?");

    private static final Pattern CATEGORY = Pattern.compile("[A-Z0-9_]{1,40}");

    public CompletionForm {
        violations = List.copyOf(violations);
    }

    /// Reads a completion that is posted.
    static CompletionForm read(Fields fields) {
        return read(fields, true);
    }

    /// Reads a correction. It may leave out the diplomate and the `externalId`.
    public static CompletionForm readCorrection(Fields fields) {
        return read(fields, false);
    }

    private static CompletionForm read(Fields fields, boolean isPosting) {
        String externalId =
                isPosting
                        ? fields.requiredText("externalId", MAX_EXTERNAL_ID)
                        : fields.text("externalId", MAX_EXTERNAL_ID);
        String diplomateId = IdentityFields.diplomateId(fields);
        String npi = IdentityFields.npi(fields);
        if (isPosting) {
            IdentityFields.requireNumber(fields, diplomateId, npi);
        }
        String familyName =
                isPosting
                        ? IdentityFields.familyName(fields)
                        : IdentityFields.familyNameIfSent(fields);
        BirthMonthDay birthMonthDay = IdentityFields.birthMonthDay(fields);
        String activity = fields.text("activity", MAX_CODE);
        String title = fields.text("title", MAX_TITLE);
        requireOneOf(fields, activity, title);
        LocalDate completedOn = completedOn(fields);
        Credits credits = fields.required("credits", credits(fields, "credits", false));
        Credits safety = credits(fields, "patientSafetyCredits", true);
        if (credits != null && safety != null && safety.compareTo(credits) > 0) {
            fields.violation(
                    "patientSafetyCredits",
                    "patient-safety.over-maximum",
                    "The patient-safety part, %s, cannot exceed the %s credits."
                            .formatted(safety, credits));
        }
        return new CompletionForm(
                externalId,
                diplomateId,
                npi,
                familyName,
                birthMonthDay,
                activity,
                title,
                completedOn,
                fields.text("session", MAX_SESSION),
                credits,
                safety,
                category(fields),
                fields.text("provider", MAX_CODE),
                violations(fields));
    }

    /// The completion that was posted, of a form without violations.
    Posted posted() {
        return new Posted(
                Objects.requireNonNull(externalId),
                diplomateId,
                npi,
                Objects.requireNonNull(familyName),
                birthMonthDay,
                content());
    }

    /// The content, of a form without violations.
    public Content content() {
        return new Content(
                activity,
                title,
                Objects.requireNonNull(completedOn),
                session,
                Objects.requireNonNull(credits),
                patientSafetyCredits,
                category,
                provider);
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

    private static @Nullable LocalDate completedOn(Fields fields) {
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
                            ? "Send the date alone: a time or zone could move it to another day; this is \"%s\"."
                                    .formatted(text)
                            : "A date is written YYYY-MM-DD; this is \"%s\"%s."
                                    .formatted(text, whyNoDate(text)));
        } else if (day.isBefore(EARLIEST)) {
            fields.violation(
                    "completedOn",
                    "completed-on.too-early",
                    "The earliest date that is taken is %s; this is %s.".formatted(EARLIEST, day));
        }
        return day;
    }

    private static String whyNoDate(String text) {
        if (DATE.matcher(text).matches()) {
            return ", and the calendar has no such day";
        }
        if (DAY_OR_MONTH_FIRST.matcher(text).matches()) {
            return ", with day and month in either order";
        }
        return SERIAL.matcher(text).matches() ? ", a spreadsheet's number of a day" : "";
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
                    "Credits come in quarters: 0.25, 0.50, 0.75, 1.00 and so on; this is %s."
                            .formatted(amount));
        }
        if (!inRange) {
            fields.violation(
                    name,
                    "credits.range",
                    "From %s to %s credits; this is %s."
                            .formatted(mayBeZero ? "0.00" : "0.25", Credits.MAX, amount));
        }
        return quarters && inRange ? Credits.of(amount) : null;
    }

    private static @Nullable String category(Fields fields) {
        String category = fields.text("category", MAX_CODE);
        if (category != null && !CATEGORY.matcher(category).matches()) {
            fields.violation(
                    "category",
                    "category.format",
                    "A category is written like AMA_PRA_1: capitals, digits and underscores, at most 40.");
        }
        return category;
    }

    /// A decimal comma is reported as an amount that is not in quarters.
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
