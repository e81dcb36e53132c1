package cme.compliance.rules;

import org.jspecify.annotations.Nullable;

/// A completion within the window of a finding, as steps 1 to 5 leave it.
///
/// @param setAside why it does not count here, null when it may
record WindowEntry(Candidate candidate, @Nullable Exclusion setAside) {

    /// Whether it takes the one place that an activity has in the window.
    boolean takesPlaceOf(Activity.Code code) {
        return setAside == null && code.equals(candidate.code());
    }
}
