package cme.compliance.rules;

/// What was learnt: an activity of the catalog, or a title where the learning is not in the
/// catalog.
///
/// Two completions on one date are the same learning when their subjects are equal.
public sealed interface Subject {

    record InCatalog(Activity.Code code) implements Subject {}

    record Titled(String title) implements Subject {}
}
