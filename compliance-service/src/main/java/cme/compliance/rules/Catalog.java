package cme.compliance.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Activities by code. One catalog can serve the assessments of many diplomates.
public record Catalog(Map<Activity.Code, Activity> activities) {

    public static final Catalog EMPTY = new Catalog(Map.of());

    public Catalog {
        activities = Map.copyOf(activities);
    }

    /// @param activities in any order; an activity given twice is taken once, with all its
    ///   revisions
    public static Catalog of(Collection<Activity> activities) {
        Map<Activity.Code, Activity> byCode = HashMap.newHashMap(activities.size());
        for (Activity activity : activities) {
            byCode.merge(activity.code(), activity, Activity::mergedWith);
        }
        return new Catalog(byCode);
    }

    @Nullable Activity find(Activity.Code code) {
        return activities.get(code);
    }
}
