package cme.compliance.rules;

import cme.compliance.rules.Finding.State;
import java.util.List;

/// Step 11: the worst of the findings that are not upcoming; complete when none of the cycle is
/// left open.
final class StandingRule {

    private StandingRule() {}

    static Standing of(List<Finding> findings) {
        Standing worst = Standing.COMPLETE;
        for (Finding finding : findings) {
            Standing standing = of(finding.state());
            worst = standing.compareTo(worst) < 0 ? standing : worst;
        }
        return worst;
    }

    private static Standing of(State state) {
        return switch (state) {
            case MET, WAIVED -> Standing.COMPLETE;
            case UPCOMING, IN_PROGRESS -> Standing.ON_TRACK;
            case DUE_SOON -> Standing.DUE_SOON;
            case DECISION_NEEDED -> Standing.DECISION_NEEDED;
            case LATE -> Standing.LATE;
            case NOT_MET -> Standing.NOT_MET;
        };
    }
}
