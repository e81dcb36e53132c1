package cme.catalog.activity;

import cme.catalog.activity.Description.OncePer;

/// The kind of activity.
public enum ActivityType {
    COURSE,
    ARTICLE,
    MEETING,
    MASTER_CLASS,
    CURRICULUM,
    /// An activity of the ABMS Continuing Certification Directory.
    DIRECTORY,
    EXAMINATION,
    OTHER;

    /// How often an activity of this type counts unless it says otherwise: events on dates count on
    /// each date, material that stays available counts once in a window.
    public OncePer usuallyOncePer() {
        return switch (this) {
            case MEETING, MASTER_CLASS -> OncePer.DATE;
            case COURSE, ARTICLE, CURRICULUM, DIRECTORY, OTHER -> OncePer.WINDOW;
            case EXAMINATION -> OncePer.CYCLE;
        };
    }
}
