package cme.portal.page;

import java.util.List;
import java.util.regex.Pattern;

/// Sentences of the services, which name fields and days as programs do, for readers.
public final class Sentences {
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
        return Formats.capital(
                FIELD.matcher(formats.sentence(detail)).replaceAll(found -> word(found.group())));
    }

    private static String word(String field) {
        return field.equals("patientSafetyCredits")
                ? "the patient-safety credits"
                : Words.field(field);
    }
}
