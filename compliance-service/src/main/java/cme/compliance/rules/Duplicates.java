package cme.compliance.rules;

import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Step 3: several reports of the same learning on the same date count once (domain.md, section
/// 3.3).
final class Duplicates {

    /// The provider's own posting is believed first, then the board's, then the diplomate's, then
    /// the earliest recorded.
    private static final Comparator<Candidate> BELIEVED_FIRST =
            Comparator.<Candidate, Poster>comparing(candidate -> candidate.state().poster())
                    .thenComparing(candidate -> candidate.completion().firstRecordedAt())
                    .thenComparing(Candidate::id);

    private Duplicates() {}

    /// The same candidates; each duplicate is excluded as one of the report that is believed.
    static Candidate[] excluded(Candidate[] oldestFirst) {
        Candidate[] judged = oldestFirst.clone();
        int start = 0;
        for (int end = 1; end <= judged.length; end++) {
            boolean sameDate =
                    end < judged.length
                            && judged[end].completedOn().equals(judged[start].completedOn());
            if (!sameDate) {
                if (end - start > 1) {
                    excludeOnOneDate(judged, start, end);
                }
                start = end;
            }
        }
        return judged;
    }

    private static void excludeOnOneDate(Candidate[] candidates, int start, int end) {
        Map<Subject, Candidate> believed = new HashMap<>();
        for (int i = start; i < end; i++) {
            if (candidates[i].exclusion() == null) {
                believed.merge(
                        candidates[i].state().subject(),
                        candidates[i],
                        (one, other) -> BELIEVED_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        for (int i = start; i < end; i++) {
            Candidate first = believed.get(candidates[i].state().subject());
            if (candidates[i].exclusion() == null && first != null && first != candidates[i]) {
                candidates[i] = candidates[i].excluded(Exclusion.duplicateOf(first.id()));
            }
        }
    }
}
