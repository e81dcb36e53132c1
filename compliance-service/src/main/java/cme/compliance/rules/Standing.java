package cme.compliance.rules;

import java.util.Comparator;
import java.util.List;

/// The standing of a diplomate as a whole, worst first (step 11).
public enum Standing {
    NOT_MET,
    LATE,
    DECISION_NEEDED,
    DUE_SOON,
    ON_TRACK,
    /// Every finding of the whole cycle is met or waived.
    COMPLETE;

    /// The worst of the findings; upcoming ones only keep it from being complete.
    static Standing of(List<Finding> findings) {
        return findings.stream()
                .map(finding -> of(finding.state()))
                .min(Comparator.naturalOrder())
                .orElse(COMPLETE);
    }

    private static Standing of(Finding.State state) {
        return switch (state) {
            case MET, WAIVED -> COMPLETE;
            case UPCOMING, IN_PROGRESS -> ON_TRACK;
            case DUE_SOON -> DUE_SOON;
            case DECISION_NEEDED -> DECISION_NEEDED;
            case LATE -> LATE;
            case NOT_MET -> NOT_MET;
        };
    }
}
