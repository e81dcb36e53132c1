package cme.compliance.rules;

import cme.compliance.rules.Activity.Cap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step 7: the credits of a cap group within one window, oldest first. The completion that crosses
/// the cap counts in part.
final class Caps {

    private @Nullable Map<String, Integer> usedByGroup;

    /// How many quarter credits of the completion count. To be asked once for each, oldest first.
    int take(Candidate candidate) {
        Activity.Revision activity = candidate.activity();
        if (activity == null || activity.cap() == null) {
            return candidate.credits();
        }
        return take(activity.cap(), candidate.credits());
    }

    int take(Cap cap, int credits) {
        int counted = Math.min(credits, free(cap));
        if (usedByGroup == null) {
            usedByGroup = new HashMap<>();
        }
        usedByGroup.merge(cap.group(), counted, Integer::sum);
        return counted;
    }

    /// Quarter credits left under the cap.
    int free(Cap cap) {
        int used = usedByGroup == null ? 0 : usedByGroup.getOrDefault(cap.group(), 0);
        return Math.max(0, cap.credits().quarters() - used);
    }

    Caps copy() {
        Caps copy = new Caps();
        copy.usedByGroup = usedByGroup == null ? null : new HashMap<>(usedByGroup);
        return copy;
    }
}
