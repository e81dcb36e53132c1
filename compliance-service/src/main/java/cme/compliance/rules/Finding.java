package cme.compliance.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One requirement in one due year: what was asked, what counts and what does not, and why.
///
/// @param deadline December 1 of the due year, or the day until which the board extended it
/// @param earned the sum of what is counted; may be more than required
/// @param metOn date of the completion that reached the required amount, null while short or when
///   met by decision alone
/// @param late what is counted but was submitted after the deadline, null when nothing was
/// @param missing parts of a tracer requirement that are missing, also when a decision settled it
/// @param decision the decision of the board in force, if any; the arithmetic stays as it is
/// @param procedure the tracer procedure that the due year follows, null without one
/// @param counted oldest first
/// @param notCounted oldest first: completions in the window that would have counted but for the
///   reason, and near misses
public record Finding(
        Requirement.Id requirement,
        String title,
        int dueYear,
        LocalDate deadline,
        Window window,
        State state,
        Amount required,
        Amount earned,
        Amount remaining,
        @Nullable LocalDate metOn,
        @Nullable Late late,
        List<Missing> missing,
        @Nullable Decision decision,
        @Nullable ProcedureCode procedure,
        List<Evidence.Counted> counted,
        List<Evidence.NotCounted> notCounted) {

    public Finding {
        missing = List.copyOf(missing);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    /// Counts submissions of the late period and after: they were completed in time, and first
    /// recorded after the deadline.
    ///
    /// @param credits counted of them; zero where activities are counted
    public record Late(Credits credits, int completions) {}

    /// Names a finding of a diplomate: one requirement in one due year.
    public record Key(Requirement.Id requirement, int dueYear) {}

    /// The span of dates in which a completion counts, both ends inclusive.
    public record Window(LocalDate from, LocalDate to) {

        /// Three years back from 2026-12-01 is 2023-12-02 to 2026-12-01, so that windows tile
        /// (domain.md, section 1).
        static Window endingOn(LocalDate deadline, int years) {
            return new Window(deadline.minusYears(years).plusDays(1), deadline);
        }

        public boolean contains(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /// The state of a finding on the as-of date; [StateRule] says which.
    public enum State {
        /// Enough was earned, or the board decided so.
        MET,
        /// By decision of the board.
        WAIVED,
        /// The window is not open yet.
        UPCOMING,
        /// Open, not met, and more days to the deadline than the rule set's `dueSoonDays`.
        IN_PROGRESS,
        /// Open, not met, and `dueSoonDays` or fewer to the deadline.
        DUE_SOON,
        /// The deadline has passed, submissions are still taken.
        LATE,
        /// Special circumstances covered a part of the window: the board has to say what is due.
        DECISION_NEEDED,
        /// The late period is over.
        NOT_MET;

        /// Neither met nor waived.
        public boolean open() {
            return this != MET && this != WAIVED;
        }
    }

    /// A part of a tracer requirement that is still missing.
    public enum Missing {
        TRACER_PROCEDURE,
        ALIGNED_ACTIVITY
    }

    public Key key() {
        return new Key(requirement, dueYear);
    }

    public Amount.Unit unit() {
        return required.unit();
    }
}
