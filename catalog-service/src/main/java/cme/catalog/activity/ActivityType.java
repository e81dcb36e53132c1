package cme.catalog.activity;

/// What kind of thing is completed.
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

    /// How often an activity of this type counts when nobody says otherwise: what happens on dates
    /// counts on each, what stays available counts once in a window.
    public OncePer usuallyOncePer() {
        return switch (this) {
            case MEETING, MASTER_CLASS -> OncePer.DATE;
            case COURSE, ARTICLE, CURRICULUM, DIRECTORY, OTHER -> OncePer.WINDOW;
            case EXAMINATION -> OncePer.CYCLE;
        };
    }
}
