package cme.portal.credit;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A posted row that waits for the board.
///
/// @param content As it was posted; null when it is erased
/// @param contentErasedAt When what was posted was erased: with its diplomate, or a time after the
///   row was settled
public record HeldRow(
        String id,
        String reason,
        String poster,
        @Nullable String provider,
        @Nullable String roster,
        Instant heldAt,
        @Nullable Content content,
        @Nullable Instant contentErasedAt) {
    /// Rows that wait, with the number of all of them.
    ///
    /// @param nextCursor Send back as `cursor`; null on the last page
    /// @param total The number of rows that the filters select
    /// @param byReason The number of rows by reason that the other filters select
    public record Page(
            List<HeldRow> items,
            @Nullable String nextCursor,
            long total,
            Map<String, Long> byReason) {
        public Page {
            items = Absent.list(items);
            byReason = Absent.map(byReason);
        }
    }

    /// A row as it was posted.
    ///
    /// @param title Title of something outside the catalog
    /// @param session The part of the activity on that day; null where none was named
    /// @param patientSafetyCredits Null when unknown
    public record Content(
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

    /// A row with the diplomates it could mean, or its outcome.
    ///
    /// @param content As it was posted; null when it is erased
    /// @param contentErasedAt When what was posted was erased: with its diplomate, or a time after
    ///   the row was settled
    /// @param state `RECORDED`: it has become a completion; `DISCARDED`: the board decided so, or
    ///   its poster has withdrawn the roster; `SUPERSEDED`: it was mended and posted again
    /// @param completion The completion that the row became
    /// @param closedAt When it ceased to wait
    /// @param closingReason Why the row was discarded
    /// @param candidates Only in the board's view of a row that waits: whom it could mean, those
    ///   who agree in more first
    /// @param overruled Only in the board's view of a row that waits: the name under which its
    ///   poster said the same before, and the board decided otherwise
    public record Detail(
            String id,
            String reason,
            String poster,
            @Nullable String provider,
            @Nullable String roster,
            Instant heldAt,
            @Nullable Content content,
            @Nullable Instant contentErasedAt,
            String state,
            @Nullable String completion,
            @Nullable Instant closedAt,
            @Nullable String closingReason,
            List<Candidate> candidates,
            @Nullable String overruled) {
        public Detail {
            candidates = Absent.list(candidates);
        }
    }

    /// A diplomate whom a row could mean.
    ///
    /// @param agrees Fields of the row that agree with this diplomate: `diplomateId`, `npi`,
    ///   `familyName`, `birthMonthDay`
    /// @param differs Fields of the row that this diplomate has otherwise; what one side does not
    ///   have is in neither list
    public record Candidate(
            String diplomateId,
            @Nullable String givenName,
            String familyName,
            List<String> agrees,
            List<String> differs) {
        public Candidate {
            agrees = Absent.list(agrees);
            differs = Absent.list(differs);
        }
    }

    /// Either the diplomate of a row, or that it is discarded and why.
    public record ResolutionRequest(
            @Nullable String diplomateId, @Nullable Boolean discard, @Nullable String reason) {}

    /// The outcome of a row by a resolution.
    ///
    /// @param completion The completion that the row became
    public record Resolution(String heldRow, String outcome, @Nullable String completion) {}
}
