package cme.compliance.rules;

import cme.compliance.rules.Completion.Poster;
import cme.compliance.rules.Completion.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step 3: several reports of the same learning on the same date and of the same session count once
/// (domain.md, section 3.3).
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
        Map<Subject, List<Candidate>> bySubject = new HashMap<>();
        for (int i = start; i < end; i++) {
            if (candidates[i].exclusion() == null) {
                bySubject
                        .computeIfAbsent(compared(candidates[i]), _ -> new ArrayList<>(2))
                        .add(candidates[i]);
            }
        }
        for (List<Candidate> reports : bySubject.values()) {
            if (reports.size() > 1) {
                Map<Completion.Id, Completion.Id> believed = believed(reports);
                for (int i = start; i < end; i++) {
                    Completion.Id of = believed.get(candidates[i].id());
                    if (of != null) {
                        candidates[i] = candidates[i].excluded(Exclusion.duplicateOf(of));
                    }
                }
            }
        }
    }

    /// Each duplicate with the report that counts in its place. A report is a duplicate only of one
    /// that counts.
    private static Map<Completion.Id, Completion.Id> believed(List<Candidate> reports) {
        reports.sort(BELIEVED_FIRST);
        List<Candidate> counting = new ArrayList<>();
        Map<Completion.Id, Completion.Id> duplicates = new HashMap<>();
        for (Candidate report : reports) {
            Candidate believed = firstOfSameSession(counting, report);
            if (believed == null) {
                counting.add(report);
            } else {
                duplicates.put(report.id(), believed.id());
            }
        }
        return duplicates;
    }

    private static @Nullable Candidate firstOfSameSession(
            List<Candidate> counting, Candidate report) {
        String session = folded(report.state().session());
        for (Candidate other : counting) {
            String otherSession = folded(other.state().session());
            if (session == null || otherSession == null || session.equals(otherSession)) {
                return other;
            }
        }
        return null;
    }

    private static Subject compared(Candidate candidate) {
        return switch (candidate.state().subject()) {
            case Subject.InCatalog inCatalog -> inCatalog;
            case Subject.Titled(String title) -> new Subject.Titled(FoldedText.of(title));
        };
    }

    /// A blank session names no part, so it is as good as none.
    private static @Nullable String folded(@Nullable String session) {
        String folded = session == null ? "" : FoldedText.of(session);
        return folded.isEmpty() ? null : folded;
    }
}
