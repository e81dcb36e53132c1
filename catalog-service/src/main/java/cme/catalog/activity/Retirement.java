package cme.catalog.activity;

import java.time.LocalDate;

/// From the day after `on` the activity is no longer offered.
///
/// @param on last day on which it can be completed; may lie in the past or be announced
/// @param reason a sentence for those who ask why
public record Retirement(LocalDate on, String reason) {}
