package cme.compliance.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step 5 for one requirement: which completion of an activity took its one place in the window or
/// the cycle.
///
/// Asked in the order of due years and, within a window, oldest first. A place is taken only by a
/// completion that lies in a window of the requirement: what cannot count takes no place.
final class OncePerRule {

    private final Map<Activity.Code, Candidate> firstInCycle = new HashMap<>(4);
    private final Map<Activity.Code, Candidate> firstInWindow = new HashMap<>(4);

    void openWindow() {
        firstInWindow.clear();
    }

    /// Whether the one place of an activity in the cycle is taken.
    boolean takenInCycle(Activity.Code code) {
        return firstInCycle.containsKey(code);
    }

    /// The earlier completion that makes this one a repetition, null when there is none.
    @Nullable Candidate repeatedBy(Candidate candidate) {
        Activity.Revision activity = candidate.activity();
        Activity.Code code = candidate.code();
        if (activity == null || code == null) {
            return null;
        }
        Candidate first =
                switch (activity.oncePer()) {
                    case DATE -> candidate;
                    case WINDOW -> firstInWindow.computeIfAbsent(code, _ -> candidate);
                    case CYCLE -> firstInCycle.computeIfAbsent(code, _ -> candidate);
                };
        return first == candidate ? null : first;
    }
}
