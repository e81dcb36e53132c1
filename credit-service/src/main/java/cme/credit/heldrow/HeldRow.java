package cme.credit.heldrow;

import cme.credit.completion.Completion;
import cme.credit.completion.Completions;
import cme.credit.completion.Occasion;
import cme.credit.completion.Posted;
import cme.credit.completion.TimeOrderedId;
import cme.credit.matching.IdentityMatch.HoldReason;

import java.util.UUID;

/// A well-formed posted row that matched no diplomate, or several, and waits.
///
/// @param posted with the provider of the activity, as far as it is known
/// @param contentHash of the row as it was posted
/// @param masked whether the poster is told `NO_MATCH` whatever the reason is
/// @param occasion on which the row was posted and held
public record HeldRow(
        UUID id,
        Posted posted,
        UUID contentHash,
        HoldReason reason,
        boolean masked,
        Occasion occasion) {

    /// The reason that the poster is told; the board is told the true one.
    public HoldReason told() {
        return HoldReason.told(reason, masked);
    }

    /// The completion that the row becomes when its diplomate is known.
    Completions.New recorded(String diplomateId, HeldRowRelease.Cause cause) {
        Completion completion =
                Completion.first(
                        TimeOrderedId.at(cause.at()),
                        diplomateId,
                        posted,
                        occasion.decided(cause.at(), cause.by()),
                        cause.reason());
        return new Completions.New(
                cause.isResolution() ? completion.decidedByBoard() : completion, contentHash);
    }
}
