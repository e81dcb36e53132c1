package cme.compliance.rules;

import cme.compliance.rules.Finding.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one requirement has before it for one due year: the completions within its window, oldest
/// first.
///
/// @param all every completion looked at, oldest first
/// @param inWindow step 4 and 5: those within the window, each marked when it does not count
/// @param tracer the tracer of the due year, null when none is recorded
record WindowEvidence(
        Candidate[] all,
        Window window,
        List<Entry> inWindow,
        Tracer.@Nullable Chosen tracer) {

    /// Completions outside the window, within another span and not set aside by steps 1 to 3.
    List<Candidate> outsideWindow(Window span) {
        return java.util.Arrays.stream(all)
                .filter(candidate -> candidate.setAside == null)
                .filter(candidate -> span.contains(candidate.completedOn()))
                .filter(candidate -> !window.contains(candidate.completedOn()))
                .toList();
    }
}
