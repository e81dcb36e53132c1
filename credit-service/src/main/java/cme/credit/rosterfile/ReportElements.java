package cme.credit.rosterfile;

import cme.chassis.problem.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The elements and attributes of an Activity Report that are read. Versions of the standard differ
/// in their capitals.
final class ReportElements {
    private static final List<String> ELEMENTS =
            List.of(
                    "ACCMELearnerReports",
                    "ActivityReports",
                    "ActivityReport",
                    "Member",
                    "UniqueID",
                    "Name",
                    "FormerName",
                    "Alias",
                    "FamilyName",
                    "PersonalInfo",
                    "BirthDate",
                    "Activity",
                    "ActivityName",
                    "action",
                    "Module",
                    "Status",
                    "CompletedDateTime",
                    "CreditCertificate",
                    "CreditReceived",
                    "creditType",
                    "creditUnit",
                    "numberOfCredits",
                    "activityCertification",
                    "CreditFocus",
                    "Description",
                    "CreditID",
                    "arid",
                    "activityID",
                    "domain",
                    "value");

    private static final Map<String, String> BY_SMALL_LETTERS = bySmallLetters();

    private static final Set<String> DELETIONS =
            Set.of(
                    "d",
                    "delete",
                    "deleted",
                    "deletion",
                    "remove",
                    "removed",
                    "cancel",
                    "void",
                    "withdraw");

    static final Violation DELETION =
            new Violation(
                    "",
                    "action.deletion",
                    "The report asks for a deletion: withdraw the completion instead.");

    private ReportElements() {}

    private static Map<String, String> bySmallLetters() {
        Map<String, String> names = new HashMap<>();
        ELEMENTS.forEach(element -> names.put(element.toLowerCase(Locale.ROOT), element));
        return Map.copyOf(names);
    }

    /// The name as it is written here; another one as it comes.
    static String named(String localName) {
        return BY_SMALL_LETTERS.getOrDefault(localName.toLowerCase(Locale.ROOT), localName);
    }

    static boolean isRead(String element) {
        return BY_SMALL_LETTERS.containsValue(element);
    }

    /// True for the words by which systems ask to take a record back.
    static boolean isDeletion(@Nullable String action) {
        return action != null && DELETIONS.contains(action.strip().toLowerCase(Locale.ROOT));
    }
}
