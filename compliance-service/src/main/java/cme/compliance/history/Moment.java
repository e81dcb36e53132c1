package cme.compliance.history;

import cme.compliance.rules.Status;
import cme.compliance.rules.StatusChange;

import java.time.Instant;
import java.util.List;

/// A moment at which something became known or the answer changed.
///
/// @param known empty when the answer changed by time alone
/// @param status the answer from this moment on
record Moment(Instant at, List<Known> known, Status status, StatusChange change) {}
