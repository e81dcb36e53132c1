package cme.portal.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The words for the constants of the services, in one place. A constant that came after this
/// version reads as its own name in small letters, so no page fails for it.
public final class Words {
    private Words() {}

    /// A requirement of a rule set, such as `CME credits`.
    public static String requirement(String requirement) {
        return switch (requirement) {
            case "cme-total" -> "CME credits";
            case "patient-safety" -> "Patient-safety credits";
            case "tracer-activity" -> "Tracer activity";
            case "patient-safety-activity" -> "Patient-safety activity";
            default -> plain(requirement);
        };
    }

    /// A requirement within a sentence, such as `patient-safety credits`.
    public static String requirementInSentence(String requirement) {
        String words = requirement(requirement);
        return words.startsWith("CME")
                ? words
                : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /// A requirement above a column, such as `CME`.
    public static String shortRequirement(String requirement) {
        return switch (requirement) {
            case "cme-total" -> "CME";
            case "patient-safety" -> "Patient safety";
            case "tracer-activity" -> "Tracer";
            default -> requirement(requirement);
        };
    }

    /// Why something does not count, to stand under its title.
    public static String reason(String reason) {
        return switch (reason) {
            case "WITHDRAWN" -> "It was withdrawn.";
            case "BEFORE_CERTIFICATION" -> "It was completed before the certificate began.";
            case "DUPLICATE" -> "It was reported twice, and counts once.";
            case "OUTSIDE_WINDOW" -> "It was completed outside the dates that count here.";
            case "REPEATED" -> "The same activity counts once, and an earlier one did.";
            case "SPLIT_NEEDED" -> "Its patient-safety part was not reported.";
            case "OVER_MAXIMUM" -> "It is more than the activity gives.";
            case "OVER_CAP" -> "It is more than may count of this kind.";
            case "ALREADY_USED" -> "It counted for another deadline.";
            case "NOT_ALIGNED" -> "It is approved for other procedures than the chosen one.";
            case "NOT_APPROVED" -> "It was not approved on the day of completion.";
            case "NEAR_MISS" -> "It lies just outside the dates that count.";
            default -> plain(reason) + ".";
        };
    }

    /// The remedy; null where nothing can or need be done.
    public static @Nullable String remedy(String reason) {
        return switch (reason) {
            case "WITHDRAWN" -> "If it was completed, ask its provider to report it again.";
            case "SPLIT_NEEDED" ->
                    "Ask its provider how many of the credits are for patient safety.";
            case "NOT_ALIGNED" -> "Choose an activity for this procedure.";
            case "NOT_APPROVED" -> "Choose an activity that is approved on that day.";
            case "NEAR_MISS" -> "The board's staff may accept it. Ask the board's office.";
            case "OVER_MAXIMUM" -> "If the provider gave more, ask it to correct the report.";
            default -> null;
        };
    }

    public static String pathway(String pathway) {
        return switch (pathway) {
            case "STANDARD" -> "Standard";
            case "SPECIAL_CIRCUMSTANCES" -> "Special circumstances";
            default -> plain(pathway);
        };
    }

    public static String verdict(String verdict) {
        return switch (verdict) {
            case "SATISFIED" -> "Accepted by the board";
            case "WAIVED" -> "Waived by the board";
            case "EXTENDED" -> "Extended by the board";
            default -> plain(verdict);
        };
    }

    public static String module(String module) {
        return switch (module) {
            case "COSMETIC" -> "Cosmetic";
            case "COMPREHENSIVE" -> "Comprehensive";
            case "CRANIOMAXILLOFACIAL" -> "Craniomaxillofacial";
            case "HAND" -> "Hand";
            default -> plain(module);
        };
    }

    public static String activityType(String type) {
        return plain(type);
    }

    public static String purpose(String purpose) {
        return switch (purpose) {
            case "LIFELONG_LEARNING" -> "CME credits";
            case "PATIENT_SAFETY" -> "Patient safety";
            case "TRACER" -> "Tracer procedures";
            default -> plain(purpose);
        };
    }

    public static String oncePer(String oncePer) {
        return switch (oncePer) {
            case "DATE" -> "Counts once a day";
            case "WINDOW" -> "Counts once before a deadline";
            case "CYCLE" -> "Counts once in a cycle";
            default -> plain(oncePer);
        };
    }

    public static String activityStatus(String status) {
        return switch (status) {
            case "PROPOSED" -> "Proposed";
            case "APPROVED" -> "In the catalog";
            case "RETIRED" -> "Not offered any more";
            default -> plain(status);
        };
    }

    /// Why a row waits for the board.
    public static String heldReason(String reason) {
        return switch (reason) {
            case "NO_MATCH" -> "Nobody has this number.";
            case "MULTIPLE_MATCHES" -> "Several diplomates fit.";
            case "IDENTITY_DIFFERS" -> "The number belongs to somebody with other data.";
            case "IDENTITY_ERASED" -> "The data of this number were erased.";
            case "NEEDS_REVIEW" -> "Something about it is unlikely.";
            default -> plain(reason) + ".";
        };
    }

    /// What became of a correction that a society proposed.
    public static String proposal(String state) {
        return switch (state) {
            case "PROPOSED" -> "Waits for the board";
            case "ACCEPTED" -> "Accepted by the board";
            case "REJECTED" -> "Declined by the board";
            default -> outcome(state);
        };
    }

    /// The word for the outcome of a posted row.
    public static String outcome(String outcome) {
        return switch (outcome) {
            case "RECORDED" -> "Recorded";
            case "DUPLICATE" -> "Had already";
            case "WITHDRAWN" -> "Stays withdrawn";
            case "CONFLICT" -> "Differs from before";
            case "HELD" -> "Waits for the board";
            case "REJECTED" -> "To mend";
            case "ADDED", "CREATED" -> "Added";
            case "CHANGED", "UPDATED", "REPLACED" -> "Changed";
            case "UNCHANGED" -> "Unchanged";
            case "DISCARDED" -> "Discarded";
            case "SUPERSEDED" -> "Replaced by a later one";
            case "WAITING" -> "Waits for the board";
            default -> plain(outcome);
        };
    }

    /// The columns of a roster.
    public static String field(String field) {
        return switch (field) {
            case "externalId" -> "Your reference";
            case "diplomateId" -> "Diplomate number";
            case "npi" -> "NPI";
            case "givenName" -> "Given name";
            case "familyName" -> "Family name";
            case "birthMonthDay" -> "Birthday";
            case "activity" -> "Activity";
            case "title" -> "Title";
            case "session" -> "Session";
            case "completedOn" -> "Completed on";
            case "credits" -> "Credits";
            case "patientSafetyCredits" -> "of them patient safety";
            default -> plain(field);
        };
    }

    /// A number of a rule set, such as `requirements.cme-total.required` as `CME credits:
    /// required`.
    public static String figure(String field) {
        String[] parts = field.split("\\.");
        String last = spaced(parts[parts.length - 1]);
        return parts.length < 2
                ? last
                : requirement(parts[parts.length - 2]) + ": " + last.toLowerCase(Locale.ROOT);
    }

    private static String spaced(String camelCase) {
        return plain(camelCase.replaceAll("([a-z])([A-Z])", "$1 $2"));
    }

    /// `NEAR_MISS` and `near-miss` as `Near miss`.
    public static String plain(String constant) {
        String words = constant.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
