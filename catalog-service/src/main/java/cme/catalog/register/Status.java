package cme.catalog.register;

import cme.catalog.activity.Activity;

/// The state of an activity, by name.
public enum Status {
    PROPOSED,
    APPROVED,
    RETIRED;

    public static Status of(Activity activity) {
        return switch (activity) {
            case Activity.Proposed _ -> PROPOSED;
            case Activity.Approved _ -> APPROVED;
            case Activity.Retired _ -> RETIRED;
        };
    }
}
