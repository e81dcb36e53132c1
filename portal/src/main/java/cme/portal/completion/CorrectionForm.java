package cme.portal.completion;

import cme.portal.credit.Completion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The content of a completion as it is typed.
public class CorrectionForm {
    static final List<String> FIELDS =
            List.of(
                    "activity",
                    "title",
                    "completedOn",
                    "session",
                    "credits",
                    "patientSafetyCredits",
                    "diplomateId",
                    "npi",
                    "familyName",
                    "reason");

    /// The version that was seen.
    @RestForm @Nullable String version;

    /// `correct` or `propose`.
    @RestForm @Nullable String step;

    @RestForm @Nullable String activity;
    @RestForm @Nullable String title;
    @RestForm @Nullable String completedOn;
    @RestForm @Nullable String session;
    @RestForm @Nullable String credits;
    @RestForm @Nullable String patientSafetyCredits;
    @RestForm @Nullable String diplomateId;
    @RestForm @Nullable String npi;
    @RestForm @Nullable String familyName;
    @RestForm @Nullable String reason;

    /// The form with what is recorded, to be changed.
    static CorrectionForm of(Completion completion, String version) {
        var form = new CorrectionForm();
        form.version = version;
        form.activity = completion.activity();
        form.title = completion.title();
        form.completedOn = completion.completedOn().toString();
        form.session = completion.session();
        form.credits = plain(completion.credits());
        form.patientSafetyCredits =
                Optional.ofNullable(completion.patientSafetyCredits())
                        .map(CorrectionForm::plain)
                        .orElse(null);
        return form;
    }

    private static String plain(BigDecimal credits) {
        return credits.stripTrailingZeros().toPlainString();
    }

    boolean isToPropose() {
        return "propose".equals(step);
    }

    String version() {
        return Objects.requireNonNullElse(version, "");
    }

    String value(String field) {
        String value =
                switch (field) {
                    case "activity" -> activity;
                    case "title" -> title;
                    case "completedOn" -> completedOn;
                    case "session" -> session;
                    case "credits" -> credits;
                    case "patientSafetyCredits" -> patientSafetyCredits;
                    case "diplomateId" -> diplomateId;
                    case "npi" -> npi;
                    case "familyName" -> familyName;
                    case "reason" -> reason;
                    default -> null;
                };
        return value == null ? "" : value.strip();
    }

    /// The faults for which the form cannot be sent at all, by field.
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (value("activity").isEmpty() == value("title").isEmpty()) {
            errors.put("activity", "Enter the code of an activity, or a title: one of the two.");
        }
        if (day() == null) {
            errors.put("completedOn", "Enter the day.");
        }
        if (number("credits") == null) {
            errors.put("credits", "Enter a number, such as 1.25.");
        }
        if (!value("patientSafetyCredits").isEmpty() && number("patientSafetyCredits") == null) {
            errors.put("patientSafetyCredits", "Enter a number, or leave it empty.");
        }
        if (value("reason").isEmpty()) {
            errors.put("reason", "Please say why.");
        }
        return errors;
    }

    /// @throws NullPointerException if there are [#errors]
    Completion.Correction correction(Completion current) {
        return new Completion.Correction(
                value("reason"),
                current.externalId(),
                orNull("diplomateId"),
                orNull("npi"),
                orNull("familyName"),
                null,
                orNull("activity"),
                orNull("title"),
                Objects.requireNonNull(day()),
                orNull("session"),
                Objects.requireNonNull(number("credits")),
                number("patientSafetyCredits"),
                current.category(),
                null);
    }

    private @Nullable String orNull(String field) {
        return Optional.of(value(field)).filter(text -> !text.isEmpty()).orElse(null);
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(value("completedOn"));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private @Nullable BigDecimal number(String field) {
        try {
            return new BigDecimal(value(field));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
