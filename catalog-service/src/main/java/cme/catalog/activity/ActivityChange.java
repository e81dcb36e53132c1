package cme.catalog.activity;

import org.jspecify.annotations.Nullable;

/// A change to be recorded.
///
/// @param revision the activity after it
/// @param reason why it was made; null when nobody said it
public record ActivityChange(
        ActivityRevision revision, Occasion occasion, @Nullable String reason) {}
