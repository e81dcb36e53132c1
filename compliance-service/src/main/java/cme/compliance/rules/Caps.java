package cme.compliance.rules;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step 7: the activities of a cap group count for at most so many credits within one window,
/// oldest first. The completion that crosses the cap counts in part. Amounts are quarter credits.
///
/// Source: the board's resource page, "IHI: up to 10 credits"; that the cap applies per window is
/// this project's choice (domain.md, section 3.7).
final class Caps {

    private @Nullable Map<String, Integer> usedByGroup;

    /// The quarter credits that the cap leaves. Ask once for each completion, oldest first.
    ///
    /// @param cap null where there is none
    int take(Activity.@Nullable Cap cap, int credits) {
        if (cap == null) {
            return credits;
        }
        int counted = Math.min(credits, free(cap));
        if (usedByGroup == null) {
            usedByGroup = new HashMap<>();
        }
        usedByGroup.merge(cap.group(), counted, Integer::sum);
        return counted;
    }

    /// Quarter credits left under the cap.
    int free(Activity.Cap cap) {
        int used = usedByGroup == null ? 0 : usedByGroup.getOrDefault(cap.group(), 0);
        return Math.max(0, cap.credits().quarters() - used);
    }

    Caps copy() {
        Caps copy = new Caps();
        copy.usedByGroup = usedByGroup == null ? null : new HashMap<>(usedByGroup);
        return copy;
    }
}
