package cme.compliance.evidence;

import cme.compliance.rules.Completion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A completion as one diplomate sees it, each revision with the instant since which it is known.
///
/// @param holder the number under which the diplomate has it, or had it last
public record SeenCompletion(Completion.Id id, String holder, List<SeenRevision> revisions) {

    /// @param knownSince not before the revision was recorded
    public record SeenRevision(Completion.Revision revision, Instant knownSince) {}

    public SeenCompletion {
        revisions = List.copyOf(revisions);
    }

    /// The completion with the revisions that were known at an instant; empty when none was.
    public Optional<Completion> knownAt(Instant instant) {
        List<Completion.Revision> known =
                revisions.stream()
                        .filter(seen -> !seen.knownSince().isAfter(instant))
                        .map(SeenRevision::revision)
                        .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Completion(id, known));
    }
}
