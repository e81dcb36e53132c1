package cme.portal.catalog;

import cme.portal.services.Absent;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An activity of the catalog and what it is approved for.
///
/// @param provider Code of the provider
/// @param credits The most that one completion can bring; null while it is not known
/// @param patientSafetyCredits The most of it that is patient safety
/// @param creditsConfirmed Whether the board has set or checked the credits
/// @param oncePer How often it may count for one diplomate
/// @param creditsPer The maximum that its credits are: of each date (a series), or of all its dates
///   in a window together (a meeting of several days)
/// @param offeredFrom First day on which it can be completed
/// @param offeredUntil Last day on which it can be completed; a retirement brings it forward
/// @param duration How long it takes a learner (ISO 8601); null while it is not known
/// @param revision Also the ETag
public record Activity(
        String code,
        String title,
        String provider,
        String type,
        @Nullable String url,
        @Nullable BigDecimal credits,
        @Nullable BigDecimal patientSafetyCredits,
        boolean creditsConfirmed,
        String oncePer,
        String creditsPer,
        @Nullable Cap cap,
        @Nullable LocalDate offeredFrom,
        @Nullable LocalDate offeredUntil,
        @Nullable String duration,
        String status,
        List<Approval> approvals,
        @Nullable Retirement retirement,
        int revision,
        Instant updatedAt) {
    public Activity {
        approvals = Absent.list(approvals);
    }

    /// For what, and on which days, an activity counts.
    ///
    /// @param procedures Codes of tracer procedures; empty unless the purpose is TRACER
    /// @param from First day that it covers
    /// @param until Last day that it covers; null for no end
    public record Approval(
            String id,
            String purpose,
            List<String> procedures,
            LocalDate from,
            @Nullable LocalDate until) {
        public Approval {
            procedures = Absent.list(procedures);
        }
    }

    /// The most that a group of activities may bring together.
    public record Cap(String group, BigDecimal credits) {}

    /// The end of an activity; read and sent.
    ///
    /// @param on Last day on which it can be completed
    public record Retirement(LocalDate on, String reason) {}

    /// The request to record or change an activity.
    ///
    /// @param provider Code of a provider
    /// @param credits Quarters, at most 999.75
    /// @param patientSafetyCredits A part of the credits
    /// @param creditsConfirmed Only the board confirms; true unless it says otherwise when the
    ///   board sends credits
    /// @param oncePer As is usual for the type when it is not sent
    /// @param creditsPer ACTIVITY for a meeting of several days whose credits are those of the
    ///   whole meeting; COMPLETION when it is not sent
    /// @param cap The same for all activities of the group
    /// @param duration How long it takes a learner, in hours and minutes (ISO 8601)
    /// @param reason Why; shown in the history
    public record Request(
            String title,
            String provider,
            String type,
            @Nullable String url,
            @Nullable BigDecimal credits,
            @Nullable BigDecimal patientSafetyCredits,
            @Nullable Boolean creditsConfirmed,
            @Nullable String oncePer,
            @Nullable String creditsPer,
            @Nullable Cap cap,
            @Nullable LocalDate offeredFrom,
            @Nullable LocalDate offeredUntil,
            @Nullable String duration,
            @Nullable String reason) {}

    /// The request to approve an activity, or to change an approval.
    ///
    /// @param procedures Codes of tracer procedures: at least one for TRACER, none otherwise
    /// @param from First day that it covers
    /// @param until Last day that it covers; null for no end
    /// @param reason Why; shown in the history
    public record ApprovalRequest(
            String purpose,
            List<String> procedures,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {
        public ApprovalRequest {
            procedures = Absent.list(procedures);
        }
    }

    /// One recorded state of an activity, by what changed.
    ///
    /// @param recordedBy Subject of the token, or `shipped` for what the catalog began with
    /// @param reason Why, when it was said
    /// @param changes Empty for the first revision
    public record Revision(
            int revision,
            String occasion,
            Instant recordedAt,
            String recordedBy,
            @Nullable String reason,
            List<Change> changes) {
        public Revision {
            changes = Absent.list(changes);
        }
    }

    /// One field that a revision changed.
    ///
    /// @param from Value before
    /// @param to Value after
    public record Change(String field, @Nullable JsonNode from, @Nullable JsonNode to) {}
}
