package cme.compliance.rules;

import java.util.ArrayList;
import java.util.List;

/// Completions that no finding counts are never dropped: each is shown once with the reason that
/// weighs most.
final class CountedNowhere {

    private CountedNowhere() {}

    static List<Evidence.NotCounted> of(
            Candidate[] oldestFirst, RuleSet rules, List<Finding> findings) {
        List<Evidence.NotCounted> nowhere = new ArrayList<>();
        for (Candidate candidate : oldestFirst) {
            if (!candidate.counted) {
                Exclusion why = reason(candidate, rules, findings);
                nowhere.add(Evidence.notCounted(candidate, why, null));
            }
        }
        return nowhere;
    }

    /// What steps 1 to 3 say holds everywhere; then the windows; then the first finding that gives
    /// a reason.
    ///
    /// A completion can lie in a window and be listed by no finding, because it has nothing that
    /// the requirement counts: then it lacks the approval where one is asked for, and otherwise
    /// lies outside the windows of what it could serve.
    private static Exclusion reason(Candidate candidate, RuleSet rules, List<Finding> findings) {
        if (candidate.setAside != null) {
            return candidate.setAside;
        }
        if (!candidate.inSomeWindow) {
            return Exclusion.OUTSIDE_WINDOW;
        }
        if (candidate.firstReason != null) {
            return candidate.firstReason;
        }
        for (Finding finding : findings) {
            if (finding.window().contains(candidate.completedOn())
                    && rules.requirement(finding.requirement()) instanceof ApprovedActivity) {
                return Exclusion.NOT_APPROVED;
            }
        }
        return Exclusion.OUTSIDE_WINDOW;
    }
}
