package cme.portal.activity;

import cme.portal.catalog.Activity;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words for what the catalog says about an activity.
final class ActivityWords {
    static final List<String> PURPOSES = List.of("LIFELONG_LEARNING", "PATIENT_SAFETY", "TRACER");
    static final List<String> TYPES =
            List.of(
                    "COURSE",
                    "ARTICLE",
                    "MEETING",
                    "MASTER_CLASS",
                    "CURRICULUM",
                    "DIRECTORY",
                    "EXAMINATION",
                    "OTHER");
    static final List<String> ONCE_PER = List.of("DATE", "WINDOW", "CYCLE");
    static final List<String> CREDITS_PER = List.of("COMPLETION", "ACTIVITY");

    /// The earliest day that a completion can have: an approval from then on has no real beginning.
    private static final LocalDate EVER = LocalDate.of(1990, 1, 1);

    private ActivityWords() {}

    /// For rows, such as `2 credits, 0.5 of them patient safety`.
    static String credits(Activity activity, Formats formats) {
        BigDecimal credits = activity.credits();
        if (credits == null) {
            return "credits not confirmed";
        }
        String words = formats.creditsInWords(credits) + safety(activity, credits, formats);
        return activity.creditsConfirmed() ? words : words + ", not confirmed";
    }

    private static String safety(Activity activity, BigDecimal credits, Formats formats) {
        BigDecimal safety = activity.patientSafetyCredits();
        if (safety == null || safety.signum() == 0) {
            return "";
        }
        return safety.compareTo(credits) == 0
                ? ", all of them patient safety"
                : ", " + formats.shortCredits(safety) + " of them patient safety";
    }

    /// The most that a completion can bring, as a sentence.
    static String most(Activity activity, Formats formats) {
        BigDecimal credits = activity.credits();
        if (credits == null) {
            return "The board has not confirmed how many credits it gives; what counts is what is"
                    + " reported, once the board has.";
        }
        String sentence =
                "At most "
                        + formats.creditsInWords(credits)
                        + (activity.creditsPer().equals("ACTIVITY")
                                ? " for all its days together"
                                : " for each completion")
                        + safety(activity, credits, formats)
                        + ".";
        return activity.creditsConfirmed()
                ? sentence
                : sentence + " The board has not confirmed this yet.";
    }

    static String oncePer(String oncePer) {
        return switch (oncePer) {
            case "DATE" -> "Each day on which it is completed counts.";
            case "WINDOW" -> "It counts once before a deadline.";
            case "CYCLE" -> "It counts once in a cycle.";
            default -> Words.oncePer(oncePer) + ".";
        };
    }

    static String creditsPer(String creditsPer) {
        return switch (creditsPer) {
            case "COMPLETION" -> "Each completion";
            case "ACTIVITY" -> "All its days together";
            default -> Words.plain(creditsPer);
        };
    }

    static @Nullable String cap(Activity activity, Formats formats) {
        Activity.Cap cap = activity.cap();
        return cap == null
                ? null
                : "With the other activities of the group %s at most %s before a deadline."
                        .formatted(cap.group(), formats.creditsInWords(cap.credits()));
    }

    /// When it can be completed; null when at any time.
    static @Nullable String offered(Activity activity, Formats formats) {
        LocalDate from = activity.offeredFrom();
        LocalDate until = activity.offeredUntil();
        if (from == null) {
            return until == null ? null : "until " + formats.date(until);
        }
        if (until == null) {
            return "from " + formats.date(from);
        }
        return from.equals(until) ? "on " + formats.date(from) : formats.range(from, until);
    }

    /// Such as `Jan 1, 2016 – Dec 31, 2026`, `from Jan 1, 2016`, `without an end`.
    static String span(LocalDate from, @Nullable LocalDate until, Formats formats) {
        if (from.isAfter(EVER)) {
            return until == null ? "from " + formats.date(from) : formats.range(from, until);
        }
        return until == null ? "at any time" : "until " + formats.date(until);
    }

    /// Such as `1 hour 30 minutes`; the text itself where it is no duration.
    static String duration(String iso, Formats formats) {
        try {
            Duration duration = Duration.parse(iso);
            List<String> parts = new ArrayList<>();
            if (duration.toHours() > 0) {
                parts.add(formats.count(duration.toHours(), "hour", "hours"));
            }
            if (duration.toMinutesPart() > 0 || parts.isEmpty()) {
                parts.add(formats.count(duration.toMinutesPart(), "minute", "minutes"));
            }
            return String.join(" ", parts);
        } catch (DateTimeParseException _) {
            return iso;
        }
    }

    static Look look(String status) {
        return switch (status) {
            case "APPROVED" -> Look.MET;
            case "RETIRED" -> Look.WAIVED;
            default -> Look.DECISION_NEEDED;
        };
    }

    /// The effect of a revision.
    static String occasion(String occasion) {
        return switch (occasion) {
            case "PROPOSED" -> "Proposed";
            case "CHANGED" -> "Changed";
            case "APPROVED" -> "Approved";
            case "RETIRED" -> "Retired";
            default -> Words.plain(occasion);
        };
    }

    static String by(String recordedBy) {
        return recordedBy.equals("shipped") ? "what the catalog began with" : recordedBy;
    }

    /// A field of an activity.
    static String field(String field) {
        return switch (field) {
            case "title" -> "Title";
            case "provider" -> "Provider";
            case "type" -> "Kind";
            case "url" -> "Address";
            case "credits" -> "Credits";
            case "patientSafetyCredits" -> "of them patient safety";
            case "creditsConfirmed" -> "Credits confirmed";
            case "oncePer" -> "How often it counts";
            case "creditsPer" -> "The credits are for";
            case "cap" -> "Maximum of a group";
            case "offeredFrom" -> "Offered from";
            case "offeredUntil" -> "Offered until";
            case "duration" -> "How long it takes";
            case "status" -> "State";
            case "approvals" -> "Approvals";
            case "retirement" -> "Retirement";
            default -> Words.plain(field.replaceAll("([a-z])([A-Z])", "$1 $2"));
        };
    }
}
