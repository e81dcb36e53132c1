package cme.compliance.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step 5 for one requirement: an activity counts on each date, once in a window or once in the
/// cycle, as the catalog says (domain.md, section 3.5).
///
/// It is asked in the order of due years and, within a window, oldest first. Only a completion that
/// lies in a window of the requirement and could count there takes the one place.
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
