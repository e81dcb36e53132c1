package cme.chassis.openapi;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Examples of what has the same name and meaning everywhere, by the name of the property or
/// parameter.
final class ExampleValues {

    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    entry("activity", "ASPS-VTE-PREVENTION"),
                    entry("birthMonthDay", "03-14"),
                    entry("category", "AMA_PRA_1"),
                    entry("diplomateId", "012345"),
                    entry("externalId", "ASPS-2026-0412-17"),
                    entry("familyName", "Lopez-Garcia"),
                    entry("givenName", "Maria"),
                    entry("npi", "1234567893"),
                    entry("procedure", "CARPAL_TUNNEL"),
                    entry("provider", "ASPS"),
                    entry("reason", "Left before the last session"),
                    entry("receivedBy", "asps-meetings"),
                    entry("recordedBy", "asps-meetings"),
                    entry("requestedBy", "operations"),
                    entry("requirement", "patient-safety"),
                    entry("ruleSet", "abps-cc-10y"));

    /// Only where there is always a value: beside an `activity` there is no `title`.
    private static final Map<String, String> WHERE_REQUIRED =
            Map.ofEntries(
                    entry("completion", "019a0f3e-8d57-7c43-9a51-3f6b2c1d4e58"),
                    entry("note", "The requirements as the board has published them."),
                    entry("source", "The board's page on the requirements"),
                    entry(
                            "summary",
                            "Short 2.00 patient-safety credits by 2026-12-01 (8 days left)."),
                    entry("title", "Preventing venous thromboembolism"),
                    entry("topic", "catalog.activity.v1"),
                    entry("value", "20"));

    private ExampleValues() {}

    /// The example of a text that is never left out.
    static @Nullable String ofRequired(String name) {
        return WHERE_REQUIRED.get(name);
    }

    static @Nullable String of(String name) {
        return BY_NAME.get(name);
    }
}
