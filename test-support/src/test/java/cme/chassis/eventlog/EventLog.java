package cme.chassis.eventlog;

/// Takes the place of the chassis' class of this name, which the style knows by name only.
public interface EventLog {}
