package cme.compliance.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One revision of a number of a diplomate: merged into another one, or somebody's own again.
///
/// @param mergedInto null when the number is somebody's own
/// @param knownSince the instant from which the diplomate asked about is known by it
record NumberRevision(
        String number, int revision, @Nullable String mergedInto, Instant knownSince) {}
