package cme.portal.compliance;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One requirement in one due year.
///
/// @param window Both ends inclusive
/// @param metOn Date of the completion that reached it
/// @param late What is counted but was submitted after the deadline; null when nothing was
/// @param procedure The tracer procedure of the due year, only of a tracer finding with one
/// @param notCounted What one would expect to count here, each with the reason it does not
public record Finding(
        String requirement,
        String title,
        int dueYear,
        LocalDate deadline,
        Window window,
        String state,
        String unit,
        BigDecimal required,
        BigDecimal earned,
        BigDecimal remaining,
        @Nullable LocalDate metOn,
        @Nullable Late late,
        List<String> missing,
        @Nullable Decision decision,
        @Nullable String procedure,
        List<Counted> counted,
        List<NotCounted> notCounted) {
    public Finding {
        missing = Absent.list(missing);
        counted = Absent.list(counted);
        notCounted = Absent.list(notCounted);
    }

    /// The days whose completions count, both included.
    public record Window(LocalDate from, LocalDate to) {}

    /// Credits that count but were submitted after the deadline.
    ///
    /// @param credits Zero where activities are counted
    public record Late(BigDecimal credits, int completions) {}

    /// The decision of the board on the finding.
    ///
    /// @param effect For EXTENDED: the one deadline that it moves, and how completions after the
    ///   normal deadline count
    public record Decision(
            String decision,
            @Nullable LocalDate until,
            @Nullable String reason,
            Instant recordedAt,
            @Nullable String effect) {}

    /// A completion that counts, and how much of it.
    ///
    /// @param session The session that was posted
    /// @param amount What it brought, in the unit of the finding
    public record Counted(
            String completion,
            @Nullable String activity,
            @Nullable String title,
            @Nullable String session,
            LocalDate completedOn,
            BigDecimal amount) {}

    /// A completion that one would expect to count, and why it does not.
    ///
    /// @param session The session that was posted
    /// @param of The completion that counts in its place
    /// @param usedInDueYear For ALREADY_USED: the due year it was counted for
    /// @param lost For OVER_MAXIMUM and OVER_CAP: the amount that did not count
    public record NotCounted(
            String completion,
            @Nullable String activity,
            @Nullable String title,
            @Nullable String session,
            LocalDate completedOn,
            String reason,
            @Nullable String of,
            @Nullable Integer usedInDueYear,
            @Nullable BigDecimal lost) {}
}
