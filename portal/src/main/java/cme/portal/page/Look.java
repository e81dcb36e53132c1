package cme.portal.page;

/// How the state of a requirement or the standing of a diplomate is shown: by a shape, a word and a
/// colour, never by one of them alone. The constants are those of the status API; two standings
/// share the shape and the colour of a state and have a word of their own.
public enum Look {
    MET("Met", "met"),
    WAIVED("Waived", "waived"),
    UPCOMING("Upcoming", "upcoming"),
    IN_PROGRESS("In progress", "in-progress"),
    DUE_SOON("Due soon", "due-soon"),
    LATE("Late", "late"),
    DECISION_NEEDED("Decision needed", "decision-needed"),
    NOT_MET("Not met", "not-met"),
    ON_TRACK("On track", "in-progress"),
    COMPLETE("Complete", "met");

    private final String word;
    private final String icon;

    Look(String word, String icon) {
        this.word = word;
        this.icon = icon;
    }

    /// The look of a state or standing, as the status API names it. One that came after this
    /// version is shown as open.
    public static Look of(String constant) {
        for (Look look : values()) {
            if (look.name().equals(constant)) {
                return look;
            }
        }
        return IN_PROGRESS;
    }

    /// The word for the state on pages.
    public String word() {
        return word;
    }

    /// The class that brings the colours of text, tint and fill (`styles/00-tokens.css`).
    public String css() {
        return "look-" + icon;
    }

    /// The shape, a symbol of `icons/icons.svg`.
    public String icon() {
        return icon;
    }
}
