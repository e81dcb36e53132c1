package cme.portal.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/// Sentences of the services, which name fields and days as programs do, for readers.
public final class Sentences {
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final List<String> FIELDS =
            List.of(
                    "externalId",
                    "diplomateId",
                    "npi",
                    "familyName",
                    "birthMonthDay",
                    "completedOn",
                    "patientSafetyCredits");
    private static final Pattern FIELD =
            Pattern.compile("\\b(" + String.join("|", FIELDS) + ")\\b");

    private Sentences() {}

    /// The same sentence with days as the reader writes them and the words for fields.
    public static String of(String detail, Formats formats) {
        String days = DAY.matcher(detail).replaceAll(found -> day(found.group(), formats));
        return Formats.capital(FIELD.matcher(days).replaceAll(found -> word(found.group())));
    }

    private static String word(String field) {
        return field.equals("patientSafetyCredits")
                ? "the patient-safety credits"
                : Words.field(field);
    }

    private static String day(String iso, Formats formats) {
        try {
            return formats.date(LocalDate.parse(iso));
        } catch (DateTimeException _) {
            return iso;
        }
    }
}
