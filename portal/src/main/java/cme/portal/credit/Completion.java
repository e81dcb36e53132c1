package cme.portal.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A completion as it is recorded.
///
/// @param title Title of something outside the catalog
/// @param session The part of the activity on that day; null where none was named
/// @param patientSafetyCredits Null when unknown
/// @param roster The roster that brought the completion
/// @param reason The reason of a correction, withdrawal or resolution
public record Completion(
        String id,
        int revision,
        String status,
        String diplomateId,
        @Nullable String activity,
        @Nullable String title,
        LocalDate completedOn,
        @Nullable String session,
        BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        @Nullable String category,
        @Nullable String provider,
        String poster,
        String externalId,
        @Nullable String roster,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {
    /// One recorded state of a completion.
    ///
    /// @param title Title of something outside the catalog
    /// @param session The part of the activity on that day; null where none was named
    /// @param patientSafetyCredits Null when unknown
    /// @param reason The reason of a correction, withdrawal or resolution
    public record Revision(
            int revision,
            String status,
            @Nullable String activity,
            @Nullable String title,
            LocalDate completedOn,
            @Nullable String session,
            BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits,
            @Nullable String category,
            Instant recordedAt,
            String recordedBy,
            @Nullable String reason,
            String chain) {}

    /// The whole content of a completion as it should be; read and sent.
    ///
    /// @param activity Code in the catalog
    /// @param title Title of something outside the catalog
    /// @param completedOn A date, without time or zone
    /// @param session The part of the activity on that day. Different sessions of one activity and
    ///   day add up; without a session the same thing on the same day counts once
    /// @param patientSafetyCredits Leave out when unknown
    /// @param provider Only the board sends it; a society's provider comes from its token
    public record Correction(
            String reason,
            @Nullable String externalId,
            @Nullable String diplomateId,
            @Nullable String npi,
            @Nullable String familyName,
            @Nullable String birthMonthDay,
            @Nullable String activity,
            @Nullable String title,
            LocalDate completedOn,
            @Nullable String session,
            BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits,
            @Nullable String category,
            @Nullable String provider) {}

    /// A completion that is posted.
    ///
    /// @param externalId The poster's own name of the completion; posting it again changes nothing
    /// @param provider Only the board sends it
    public record Posting(
            String externalId,
            @Nullable String diplomateId,
            @Nullable String npi,
            String familyName,
            @Nullable String birthMonthDay,
            @Nullable String activity,
            @Nullable String title,
            LocalDate completedOn,
            @Nullable String session,
            BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits,
            @Nullable String category,
            @Nullable String provider) {}

    /// The outcome of a posting.
    ///
    /// @param heldRow Only of a posting that is held
    /// @param id Of the completion; null of a posting that is held
    public record Posted(String outcome, @Nullable String heldRow, @Nullable String id) {}

    /// A correction that a society has proposed to the board.
    ///
    /// @param revision The revision of the completion that was seen
    /// @param state `SUPERSEDED`: a later proposal took its place
    /// @param provider The society that proposes
    /// @param decisionReason Of the board
    public record Proposal(
            String id,
            String completion,
            int revision,
            String state,
            @Nullable String provider,
            Correction correction,
            Instant proposedAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}

    /// The board's decision on a proposal: `ACCEPT` or `REJECT`.
    public record ProposalDecision(String decision, String reason) {}
}
