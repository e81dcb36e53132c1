package cme.credit.posting;

import cme.chassis.problem.Violation;
import cme.credit.access.Poster;
import cme.credit.activity.Activity;
import cme.credit.completion.Credits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks a completion against the catalog, its poster and the day (domain, section 4).
public final class CompletionChecks {
    static final String NOT_YOURS = "activity.not-yours";

    private CompletionChecks() {}

    /// Finds every violation, as far as the form could be read.
    ///
    /// @param activity the activity with the form's code; null when the catalog has none
    /// @param today the board's date
    public static List<Violation> check(
            CompletionForm form, @Nullable Activity activity, Poster poster, LocalDate today) {
        var violations = new ArrayList<Violation>();
        if (form.completedOn() != null && form.completedOn().isAfter(today)) {
            violations.add(
                    new Violation(
                            "/completedOn",
                            "completed-on.future",
                            "%s is after today, %s.".formatted(form.completedOn(), today)));
        }
        boolean isUnknown = activity == null || isProposalOfAnother(activity, poster);
        checkProvider(form, activity, poster, violations);
        if (form.activity() != null && isUnknown) {
            violations.add(
                    wrong(
                            "activity.unknown",
                            "The catalog has no activity \"%s\".".formatted(form.activity())));
        } else if (form.activity() != null) {
            checkActivity(form, activity, poster, violations);
        }
        return violations;
    }

    /// A society does not learn of others' proposals.
    private static boolean isProposalOfAnother(Activity activity, Poster poster) {
        return activity.status() == Activity.Status.PROPOSED
                && poster.provider() != null
                && !poster.provider().equals(activity.provider());
    }

    private static void checkActivity(
            CompletionForm form, Activity activity, Poster poster, List<Violation> violations) {
        if (poster.provider() != null && !poster.provider().equals(activity.provider())) {
            violations.add(
                    wrong(
                            NOT_YOURS,
                            "This activity is given by %s, not by %s."
                                    .formatted(activity.provider(), poster.provider())));
        }
        if (form.completedOn() != null && !activity.offeredOn(form.completedOn())) {
            violations.add(
                    wrong(
                            "activity.not-offered",
                            "The activity was not offered on %s%s."
                                    .formatted(form.completedOn(), offered(activity))));
        }
        checkMaximum(
                form.credits(), activity.credits(), "/credits", "credits.over-maximum", violations);
        checkMaximum(
                form.patientSafetyCredits(),
                activity.patientSafetyCredits(),
                "/patientSafetyCredits",
                "patient-safety.over-maximum",
                violations);
    }

    private static Violation wrong(String code, String detail) {
        return new Violation("/activity", code, detail);
    }

    private static void checkProvider(
            CompletionForm form,
            @Nullable Activity activity,
            Poster poster,
            List<Violation> violations) {
        String provider = form.provider();
        if (provider == null) {
            return;
        }
        if (poster.provider() != null && !poster.provider().equals(provider)) {
            violations.add(
                    new Violation(
                            "/provider",
                            "provider.not-yours",
                            "The provider of your token is %s, not %s."
                                    .formatted(poster.provider(), provider)));
        } else if (activity != null && !activity.provider().equals(provider)) {
            violations.add(
                    new Violation(
                            "/provider",
                            "provider.differs",
                            "The activity is given by %s, not by %s."
                                    .formatted(activity.provider(), provider)));
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
                            "The activity gives at most %s %s; these are %s."
                                    .formatted(maximum.toPlainString(), part, posted)));
        }
    }
}
