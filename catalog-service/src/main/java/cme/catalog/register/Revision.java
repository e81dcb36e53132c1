package cme.catalog.register;

import org.jspecify.annotations.Nullable;

/// A change to be kept.
///
/// @param entry the activity after it
/// @param reason what the one who made it said about it
public record Revision(Entry entry, Occasion occasion, @Nullable String reason) {}
