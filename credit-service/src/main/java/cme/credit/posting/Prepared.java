package cme.credit.posting;

import cme.credit.completion.Posted;
import cme.credit.matching.Claim;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft with what is costly to find out about it, found out once.
///
/// @param whole what it takes to look further; null when something is wrong with the draft's form
/// @param traceparent where it stands in the trace of its request; null when that is the request
///   which records it
record Prepared(Draft draft, @Nullable Whole whole, @Nullable String traceparent) {
    /// A well-formed posting.
    record Whole(Posted posted, Claim claim, UUID contentHash) {}

    static Prepared of(Draft draft, @Nullable String traceparent) {
        Posted posted = draft.posted();
        return new Prepared(
                draft,
                posted == null ? null : new Whole(posted, posted.claim(), posted.contentHash()),
                traceparent);
    }
}
