package cme.compliance.planning;

import cme.chassis.problem.Violation;
import cme.compliance.activity.ActivityCopy;
import cme.compliance.record.DueYears;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.WhatIf.SupposedCompletion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Checks supposed completions like posted ones: an answer that cannot come true helps nobody.
final class WhatIfChecks {

    private final ActivityCopy activities;
    private final RuleSet rules;
    private final Instant knownAt;
    private final boolean seesProposals;
    private final List<Violation> violations = new ArrayList<>();

    private WhatIfChecks(
            ActivityCopy activities, RuleSet rules, Instant knownAt, boolean seesProposals) {
        this.activities = activities;
        this.rules = rules;
        this.knownAt = knownAt;
        this.seesProposals = seesProposals;
    }

    /// @param seesProposals whether the caller may know of activities that are only proposed
    static List<Violation> of(
            WhatIfRequest request,
            ActivityCopy activities,
            RuleSet rules,
            Instant knownAt,
            boolean seesProposals) {
        WhatIfChecks checks = new WhatIfChecks(activities, rules, knownAt, seesProposals);
        for (int i = 0; i < request.completions().size(); i++) {
            checks.completion(request.completions().get(i), "/completions/" + i);
        }
        SortedSet<Integer> years = DueYears.ofTracers(rules);
        for (int i = 0; i < request.tracers().size(); i++) {
            if (!years.contains(request.tracers().get(i).dueYear())) {
                checks.violation(
                        "/tracers/" + i + "/dueYear",
                        "due-year.unknown",
                        "%s asks for a tracer in due years %s.".formatted(rules.id(), years));
            }
        }
        return checks.violations;
    }

    private void completion(SupposedCompletion completion, String at) {
        if (!(completion.subject() instanceof Subject.InCatalog(Activity.Code code))) {
            return;
        }
        Activity found = activities.find(code);
        Activity.Revision activity = found == null ? null : found.knownAt(knownAt);
        if (activity == null || !seesProposals && activity.status() == Activity.Status.PROPOSED) {
            violation(at + "/activity", "activity.unknown", "There is no such activity.");
            return;
        }
        if (!activity.offeredOn(completion.completedOn())) {
            violation(
                    at + "/completedOn",
                    "activity.not-offered",
                    "The activity is not offered on this date.");
        }
        maxima(completion, activity, at);
    }

    private void maxima(SupposedCompletion completion, Activity.Revision activity, String at) {
        if (isOver(completion.credits(), activity.credits())) {
            violation(
                    at + "/credits",
                    "credits.over-maximum",
                    "The activity has %s credits.".formatted(activity.credits()));
        }
        if (isOver(completion.patientSafetyCredits(), activity.patientSafetyCredits())) {
            violation(
                    at + "/patientSafetyCredits",
                    "patient-safety.over-maximum",
                    "The activity has %s patient-safety credits."
                            .formatted(activity.patientSafetyCredits()));
        }
    }

    private static boolean isOver(@Nullable Credits claimed, @Nullable Credits most) {
        return claimed != null && most != null && claimed.compareTo(most) > 0;
    }

    private void violation(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
    }
}
