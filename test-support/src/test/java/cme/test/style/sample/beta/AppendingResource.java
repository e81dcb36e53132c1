package cme.test.style.sample.beta;

import cme.chassis.eventlog.EventLog;

/// Appends events without a service.
public record AppendingResource(EventLog log) {}
