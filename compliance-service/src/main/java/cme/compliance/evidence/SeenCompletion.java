package cme.compliance.evidence;

import cme.compliance.rules.Completion;

import java.time.Instant;
import java.util.List;

/// A completion as one diplomate sees it, each revision with the instant since which it is known.
///
/// @param holder the number under which the diplomate has it, or had it last
public record SeenCompletion(Completion.Id id, String holder, List<SeenRevision> revisions) {

    /// @param knownSince not before the revision was recorded
    public record SeenRevision(Completion.Revision revision, Instant knownSince) {}

    public SeenCompletion {
        revisions = List.copyOf(revisions);
    }

    public Completion completion() {
        return new Completion(id, revisions.stream().map(SeenRevision::revision).toList());
    }
}
