package cme.compliance.record;

import cme.compliance.rules.PathwaySpan;

import org.jspecify.annotations.Nullable;

/// A pathway span as it was recorded.
///
/// @param revision from 1, for each first day
record PathwayRevision(
        int revision, PathwaySpan span, @Nullable String reason, String recordedBy) {}
