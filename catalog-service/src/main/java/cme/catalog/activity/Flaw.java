package cme.catalog.activity;

/// One thing that is wrong with what somebody says of an activity.
///
/// @param field the field, or a path such as `cap/credits`
/// @param code stable and machine readable, for example `credits.increment`
/// @param detail a sentence for a person
public record Flaw(String field, String code, String detail) {}
