package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.activity.Activity;
import cme.credit.completion.Credits;
import cme.credit.completion.Poster;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a posted completion must keep to that only the catalog and the poster tell (domain, section
/// 4).
public final class CatalogChecks {
    public static final String NOT_YOURS = "activity.not-yours";

    private CatalogChecks() {}

    /// Every violation, as far as the draft could be read.
    ///
    /// @param activity what the catalog has under the draft's code; null when it has nothing
    public static List<Violation> check(Draft draft, @Nullable Activity activity, Poster poster) {
        List<Violation> violations = new ArrayList<>();
        checkProvider(draft, activity, poster, violations);
        if (draft.activity() != null && activity == null) {
            violations.add(wrong("activity.unknown", "The catalog has no activity of this code."));
        } else if (draft.activity() != null) {
            checkActivity(draft, activity, poster, violations);
        }
        return violations;
    }

    private static void checkActivity(
            Draft draft, Activity activity, Poster poster, List<Violation> violations) {
        if (poster.provider() != null && !poster.provider().equals(activity.provider())) {
            violations.add(
                    wrong(
                            NOT_YOURS,
                            "This activity is given by %s, not by %s."
                                    .formatted(activity.provider(), poster.provider())));
        }
        if (draft.completedOn() != null && !activity.offeredOn(draft.completedOn())) {
            violations.add(
                    wrong(
                            "activity.not-offered",
                            "The activity was not offered on %s%s."
                                    .formatted(draft.completedOn(), offered(activity))));
        }
        checkMaximum(
                draft.credits(),
                activity.credits(),
                "/credits",
                "credits.over-maximum",
                violations);
        checkMaximum(
                draft.patientSafetyCredits(),
                activity.patientSafetyCredits(),
                "/patientSafetyCredits",
                "patient-safety.over-maximum",
                violations);
    }

    private static Violation wrong(String code, String detail) {
        return new Violation("/activity", code, detail);
    }

    private static void checkProvider(
            Draft draft, @Nullable Activity activity, Poster poster, List<Violation> violations) {
        String provider = draft.provider();
        if (provider == null) {
            return;
        }
        if (poster.provider() != null && !poster.provider().equals(provider)) {
            violations.add(
                    new Violation(
                            "/provider",
                            "provider.not-yours",
                            "Your token says " + poster.provider() + "."));
        } else if (activity != null && !activity.provider().equals(provider)) {
            violations.add(
                    new Violation(
                            "/provider",
                            "provider.differs",
                            "The activity is given by " + activity.provider() + "."));
        }
    }

    private static String offered(Activity activity) {
        String from = activity.offeredFrom() == null ? "" : " from " + activity.offeredFrom();
        String until = activity.offeredUntil() == null ? "" : " until " + activity.offeredUntil();
        return from.isEmpty() && until.isEmpty()
                ? ": it is retired"
                : ": it is offered" + from + until;
    }

    private static void checkMaximum(
            @Nullable Credits posted,
            @Nullable BigDecimal maximum,
            String pointer,
            String code,
            List<Violation> violations) {
        if (posted != null && maximum != null && posted.amount().compareTo(maximum) > 0) {
            String part = pointer.equals("/credits") ? "credits" : "patient-safety credits";
            violations.add(
                    new Violation(
                            pointer,
                            code,
                            "The activity gives at most %s %s."
                                    .formatted(maximum.toPlainString(), part)));
        }
    }
}
