package cme.credit.roster;

import org.jspecify.annotations.Nullable;

/// What became of a row, as it is kept.
///
/// @param posting of the roster with which the row came
/// @param content as it was posted, JSON; null of a recorded row
public record StoredRow(int posting, RowView view, @Nullable String content) {}
