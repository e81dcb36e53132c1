package cme.compliance.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step 5 for one requirement: an activity counts on each date, once in a window or once in the
/// cycle, as the catalog says (domain.md, section 3.5).
///
/// It is asked in the order of due years and, within a window, oldest first. Only a completion that
/// lies in a window of the requirement and could serve it takes the one place.
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

    /// The earlier completion that makes this one a repetition, null when there is none. Sessions
    /// of one day are parts of one attendance, so they share its place.
    ///
    /// @param serves whether it could serve the requirement: otherwise it takes no place
    @Nullable Candidate repeatedBy(Candidate candidate, boolean serves) {
        Activity.Revision activity = candidate.activity();
        Activity.Code code = candidate.code();
        if (activity == null || code == null) {
            return null;
        }
        return switch (activity.oncePer()) {
            case DATE -> null;
            case WINDOW -> first(firstInWindow, code, candidate, serves);
            case CYCLE -> first(firstInCycle, code, candidate, serves);
        };
    }

    private static @Nullable Candidate first(
            Map<Activity.Code, Candidate> places,
            Activity.Code code,
            Candidate candidate,
            boolean serves) {
        Candidate first = places.get(code);
        if (first == null) {
            if (serves) {
                places.put(code, candidate);
            }
            return null;
        }
        return first.completedOn().equals(candidate.completedOn()) ? null : first;
    }
}
