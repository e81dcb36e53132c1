package cme.compliance.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps 4 and 5 for one requirement in one due year: the completions within its window.
///
/// @param all every completion looked at, oldest first
/// @param inWindow those within the window, oldest first
/// @param tracer the tracer of the due year, null when none is recorded
record WindowEvidence(
        Candidate[] all,
        Finding.Window window,
        List<Entry> inWindow,
        Tracer.@Nullable Chosen tracer) {

    /// A completion within the window, as steps 1 to 5 leave it.
    ///
    /// @param exclusion why it does not count here, null when it may
    record Entry(Candidate candidate, @Nullable Exclusion exclusion) {

        /// Whether it takes the one place that an activity has in the window.
        boolean takesPlaceOf(Activity.Code code) {
            return exclusion == null && code.equals(candidate.code());
        }
    }

    /// Completions outside the window, within another span and not excluded by steps 1 to 3.
    List<Candidate> outsideWindow(Finding.Window span) {
        List<Candidate> outside = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.exclusion() == null
                    && span.contains(candidate.completedOn())
                    && !window.contains(candidate.completedOn())) {
                outside.add(candidate);
            }
        }
        return outside;
    }
}
