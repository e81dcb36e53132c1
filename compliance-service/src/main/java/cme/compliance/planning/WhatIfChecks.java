package cme.compliance.planning;

import cme.chassis.problem.Violation;
import cme.compliance.assessment.AssessmentInput;
import cme.compliance.record.DueYears;
import cme.compliance.rules.Activity;
import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Credits;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.RuleSet;
import cme.compliance.rules.WhatIf.SupposedCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Checks what is supposed like what is recorded: an answer that cannot come true helps nobody.
final class WhatIfChecks {

    private final AssessmentInput input;
    private final boolean seesProposals;
    private final List<Violation> violations = new ArrayList<>();

    private WhatIfChecks(AssessmentInput input, boolean seesProposals) {
        this.input = input;
        this.seesProposals = seesProposals;
    }

    /// @param seesProposals whether the caller may know of activities that are only proposed
    static List<Violation> of(WhatIfRequest request, AssessmentInput input, boolean seesProposals) {
        WhatIfChecks checks = new WhatIfChecks(input, seesProposals);
        RuleSet rules = input.rules();
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
        for (int i = 0; i < request.decisions().size(); i++) {
            checks.decision(request.decisions().get(i), "/decisions/" + i);
        }
        return checks.violations;
    }

    private void decision(SupposedDecision supposed, String at) {
        Cycle cycle = input.facts().cycleKnownAt(input.knownAt()).orElseThrow();
        DueYears.violations(input.rules(), cycle, supposed.at(input.knownAt())).stream()
                .map(violation -> violation.under(at))
                .forEach(violations::add);
    }

    private void completion(SupposedCompletion completion, String at) {
        if (!(completion.subject() instanceof Subject.InCatalog(Activity.Code code))) {
            return;
        }
        Activity found = input.activities().find(code);
        Activity.Revision activity = found == null ? null : found.knownAt(input.knownAt());
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
