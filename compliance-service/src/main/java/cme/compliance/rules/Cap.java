package cme.compliance.rules;

/// The activities of a group count at most so many credits together in one window.
public record Cap(String group, Credits credits) {}
