package cme.catalog.activity;

/// What became of the attempt to change an activity.
public sealed interface Move {

    /// It is so now.
    record Made(Activity activity) implements Move {}

    /// It is so already; nothing is to be recorded.
    record Nothing() implements Move {}

    /// What it is about is not there.
    record Missing(String detail) implements Move {}

    /// It would break a rule.
    ///
    /// @param slug names the rule, for example `activity-retired`
    /// @param detail says why and what to do instead
    record Refused(String slug, String detail) implements Move {}
}
