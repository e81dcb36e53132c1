package cme.compliance.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Completions that no finding counts are never dropped: each is shown once with the reason that
/// matters most.
final class CountedNowhere {

    private CountedNowhere() {}

    /// @param oldestFirst in the order in which each finding lists its completions
    static List<Evidence.NotCounted> of(
            Candidate[] oldestFirst, RuleSet rules, List<Finding> findings) {
        boolean[] counted = new boolean[oldestFirst.length];
        Evidence.NotCounted[] firstReason = new Evidence.NotCounted[oldestFirst.length];
        for (Finding finding : findings) {
            int at = 0;
            for (Evidence.Counted evidence : finding.counted()) {
                at = indexOf(evidence, oldestFirst, at);
                counted[at] = true;
            }
            at = 0;
            for (Evidence.NotCounted evidence : finding.notCounted()) {
                at = indexOf(evidence, oldestFirst, at);
                firstReason[at] = firstReason[at] == null ? evidence : firstReason[at];
            }
        }
        List<Evidence.NotCounted> nowhere = new ArrayList<>();
        for (int i = 0; i < oldestFirst.length; i++) {
            if (!counted[i]) {
                Exclusion why = reason(oldestFirst[i], firstReason[i], rules, findings);
                nowhere.add(Evidence.notCounted(oldestFirst[i], why, null));
            }
        }
        return nowhere;
    }

    private static int indexOf(Evidence evidence, Candidate[] oldestFirst, int from) {
        int at = from;
        while (!oldestFirst[at].id().equals(evidence.completion())) {
            at++;
        }
        return at;
    }

    /// A reason of steps 1 to 3 holds everywhere; then the windows; then the first finding that
    /// gives a reason.
    ///
    /// A completion can lie in a window and be listed by no finding, because it has nothing that
    /// the requirement counts. It then lacks the approval where a finding asks for one; otherwise
    /// it lies outside the windows of the requirements that it could serve.
    private static Exclusion reason(
            Candidate candidate,
            Evidence.@Nullable NotCounted inFinding,
            RuleSet rules,
            List<Finding> findings) {
        if (candidate.exclusion() != null) {
            return candidate.exclusion();
        }
        Exclusion reason = Exclusion.OUTSIDE_WINDOW;
        for (Finding finding : findings) {
            if (finding.window().contains(candidate.completedOn())) {
                if (inFinding != null) {
                    return inFinding.exclusion();
                }
                if (rules.requirement(finding.requirement()) instanceof ApprovedActivity) {
                    reason = Exclusion.NOT_APPROVED;
                }
            }
        }
        return reason;
    }
}
