package cme.compliance.rules;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

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
        Cap cap = activity.cap();
        if (usedByGroup == null) {
            usedByGroup = new HashMap<>();
        }
        int used = usedByGroup.getOrDefault(cap.group(), 0);
        int free = Math.max(0, cap.credits().quarters() - used);
        int counted = Math.min(candidate.credits(), free);
        usedByGroup.put(cap.group(), used + counted);
        return counted;
    }
}
