package cme.catalog.activity;

import cme.catalog.provider.ProviderCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The description of an activity by its provider and the board.
///
/// @param credits the most that one completion can bring; null while it is not known
/// @param patientSafetyCredits the most of it that is patient safety; null while it is not known
/// @param creditsConfirmed whether the board has set or checked the credits
/// @param offeredFrom first day on which it can be completed; null for no such day
/// @param offeredUntil last day on which it can be completed; null for no such day
/// @param duration how long it takes a learner; null while it is not known
public record Description(
        String title,
        ProviderCode provider,
        ActivityType type,
        @Nullable String url,
        @Nullable Credits credits,
        @Nullable Credits patientSafetyCredits,
        boolean creditsConfirmed,
        OncePer oncePer,
        CreditsPer creditsPer,
        @Nullable Cap cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        @Nullable LearningTime duration) {

    public Description {
        List<Flaw> flaws =
                flaws(credits, patientSafetyCredits, creditsConfirmed, offeredFrom, offeredUntil);
        if (title.isBlank() || !flaws.isEmpty()) {
            throw new IllegalArgumentException("The description has flaws: " + flaws);
        }
    }

    /// The contradictions between the fields of a description.
    static List<Flaw> flaws(
            @Nullable Credits credits,
            @Nullable Credits patientSafety,
            boolean confirmed,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        var flaws = new ArrayList<Flaw>();
        if (credits != null && credits.isZero()) {
            flaws.add(new Flaw("credits", "credits.range", "Leave it out while it is not known."));
        }
        if (patientSafety != null && credits == null) {
            flaws.add(
                    new Flaw(
                            "patientSafetyCredits",
                            "patient-safety.without-credits",
                            "They are a part of credits, which is missing."));
        }
        if (patientSafety != null && credits != null && patientSafety.compareTo(credits) > 0) {
            flaws.add(
                    new Flaw(
                            "patientSafetyCredits",
                            "patient-safety.over-credits",
                            "They are a part of the %s credits.".formatted(credits)));
        }
        if (confirmed && credits == null) {
            flaws.add(
                    new Flaw(
                            "creditsConfirmed",
                            "credits-confirmed.without-credits",
                            "There are no credits to confirm."));
        }
        if (from != null && until != null && until.isBefore(from)) {
            flaws.add(
                    new Flaw(
                            "offeredUntil",
                            "offered.order",
                            "It would end before it begins on %s.".formatted(from)));
        }
        return List.copyOf(flaws);
    }

    /// The same, offered until that day at the latest.
    Description offeredAtMostUntil(LocalDate last) {
        return with(cap, offeredUntil == null || offeredUntil.isAfter(last) ? last : offeredUntil);
    }

    /// The same with another cap, for when the cap of its group changes.
    public Description withCap(Cap other) {
        return with(other, offeredUntil);
    }

    private Description with(@Nullable Cap otherCap, @Nullable LocalDate until) {
        return new Description(
                title,
                provider,
                type,
                url,
                credits,
                patientSafetyCredits,
                creditsConfirmed,
                oncePer,
                creditsPer,
                otherCap,
                offeredFrom,
                until,
                duration);
    }

    /// Whether both promise the same credits.
    public boolean bringsTheSameAs(Description other) {
        return Objects.equals(credits, other.credits)
                && Objects.equals(patientSafetyCredits, other.patientSafetyCredits);
    }

    /// The activities of a group count at most so many credits together in one window.
    ///
    /// @param group capital letters and digits, joined by single `-`; at most 64 characters
    /// @param credits more than zero; the same for every activity of the group
    public record Cap(String group, Credits credits) {

        public static final String FORM =
                "Capital letters and digits, joined by single -, at most 64 characters.";

        private static final Pattern PATTERN = Pattern.compile("[A-Z0-9]+(?:-[A-Z0-9]+)*");
        private static final int MAX_LENGTH = 64;

        public Cap {
            if (!isGroup(group) || credits.isZero()) {
                throw new IllegalArgumentException(
                        "The group or the credits are not those of a cap");
            }
        }

        public static boolean isGroup(String value) {
            return value.length() <= MAX_LENGTH && PATTERN.matcher(value).matches();
        }
    }

    /// How often an activity may count for one diplomate.
    public enum OncePer {
        /// Each date counts: meetings and series.
        DATE,
        /// The first in a window counts: articles and enduring courses.
        WINDOW,
        /// The first in a certification cycle counts.
        CYCLE
    }

    /// The maximum that the credits are.
    public enum CreditsPer {
        /// Each date anew: a series, or something that is done on one day.
        COMPLETION,
        /// All its dates in a window together: a meeting of several days is designated for so many
        /// credits in all.
        ACTIVITY
    }

    /// One thing that is wrong with a description.
    ///
    /// @param field the field, or a path such as `cap/credits`
    /// @param code stable and machine readable, for example `credits.increment`
    /// @param detail a sentence for a person
    public record Flaw(String field, String code, String detail) {}
}
