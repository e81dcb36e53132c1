package cme.compliance.rules;

import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Step 3: the same learning on the same date counts once, whoever reported it.
final class Duplicates {

    /// Believed first: the provider's own posting, then the board's, then the diplomate's, then the
    /// earliest recorded.
    private static final Comparator<Candidate> BELIEVED_FIRST =
            Comparator.<Candidate, Poster>comparing(candidate -> candidate.state().poster())
                    .thenComparing(candidate -> candidate.completion().firstRecordedAt())
                    .thenComparing(Candidate::id);

    private Duplicates() {}

    /// @param oldestFirst so that those of one date stand together
    static void setAside(Candidate[] oldestFirst) {
        int start = 0;
        for (int end = 1; end <= oldestFirst.length; end++) {
            boolean sameDate =
                    end < oldestFirst.length
                            && oldestFirst[end]
                                    .completedOn()
                                    .equals(oldestFirst[start].completedOn());
            if (!sameDate) {
                if (end - start > 1) {
                    setAside(oldestFirst, start, end);
                }
                start = end;
            }
        }
    }

    private static void setAside(Candidate[] candidates, int start, int end) {
        Map<Subject, Candidate> believed = new HashMap<>();
        for (int i = start; i < end; i++) {
            if (candidates[i].setAside == null) {
                believed.merge(
                        candidates[i].state().subject(),
                        candidates[i],
                        (one, other) -> BELIEVED_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        for (int i = start; i < end; i++) {
            Candidate candidate = candidates[i];
            if (candidate.setAside == null) {
                Candidate first = believed.get(candidate.state().subject());
                if (first != null && first != candidate) {
                    candidate.setAside = Exclusion.duplicateOf(first.id());
                }
            }
        }
    }
}
