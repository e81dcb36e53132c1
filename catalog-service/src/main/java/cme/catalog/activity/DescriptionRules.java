package cme.catalog.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must hold between the fields of a description.
final class DescriptionRules {

    private DescriptionRules() {}

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
}
