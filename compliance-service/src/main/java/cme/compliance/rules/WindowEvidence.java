package cme.compliance.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Steps 4 and 5 for one requirement in one due year: the completions within its window.
///
/// @param all every completion looked at, oldest first
/// @param inWindow those within the window, oldest first
/// @param usedBefore the due year of each completion that an earlier one used up
/// @param tracer the tracer of the due year, null when none is recorded
record WindowEvidence(
        Candidate[] all,
        Term term,
        List<Entry> inWindow,
        Map<Completion.Id, Integer> usedBefore,
        Tracer.@Nullable Chosen tracer) {

    /// A completion as steps 1 to 5 leave it.
    ///
    /// @param exclusion why it does not count here, null when it may
    record Entry(Candidate candidate, @Nullable Exclusion exclusion) {}

    /// The evidence without some completions, which count in the next cycle alone.
    WindowEvidence without(Set<Completion.Id> left) {
        List<Entry> kept =
                inWindow.stream().filter(entry -> !left.contains(entry.candidate().id())).toList();
        return new WindowEvidence(all, term, kept, usedBefore, tracer);
    }

    /// Completions outside the window, within another span and not excluded by steps 1 to 3. Those
    /// that an earlier due year used are excluded.
    List<Entry> outsideWindow(Finding.Window span) {
        List<Entry> outside = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.exclusion() == null
                    && span.contains(candidate.completedOn())
                    && !term.window().contains(candidate.completedOn())) {
                Integer usedIn = usedBefore.get(candidate.id());
                outside.add(new Entry(candidate, usedIn == null ? null : Exclusion.usedIn(usedIn)));
            }
        }
        return outside;
    }
}
