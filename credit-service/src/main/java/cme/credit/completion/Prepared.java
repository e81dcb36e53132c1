package cme.credit.completion;

import cme.credit.identity.Claim;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// A draft with what is costly to find out about it, found out once.
///
/// @param whole what it takes to look further; null when something is wrong with the draft's form
record Prepared(Draft draft, @Nullable Whole whole) {
    /// A well-formed posting.
    record Whole(Posted posted, Claim claim, UUID contentHash) {}

    static Prepared of(Draft draft) {
        Posted posted = draft.posted();
        return new Prepared(
                draft,
                posted == null ? null : new Whole(posted, posted.claim(), posted.contentHash()));
    }
}
