package cme.compliance.rules;

import cme.compliance.rules.Finding.State;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Step 10: the state of a finding on a day, and the next day on which it will be another with
/// nothing posted.
///
/// @param reached whether enough was earned
/// @param clouded whether special circumstances overlap the window of a requirement that is due as
///   standard
record StateRule(Term term, boolean reached, @Nullable Decision decision, boolean clouded) {

    State on(LocalDate date) {
        if (decision != null && decision.ruling() instanceof Decision.Waived) {
            return State.WAIVED;
        }
        if (reached || (decision != null && decision.ruling() instanceof Decision.Satisfied)) {
            return State.MET;
        }
        if (date.isBefore(term.window().from())) {
            return State.UPCOMING;
        }
        if (clouded) {
            return State.DECISION_NEEDED;
        }
        if (!date.isAfter(term.deadline())) {
            return date.isBefore(term.dueSoonFrom()) ? State.IN_PROGRESS : State.DUE_SOON;
        }
        return date.isAfter(term.lateUntil()) ? State.NOT_MET : State.LATE;
    }

    /// Null when time alone changes nothing any more.
    @Nullable LocalDate nextChangeAfter(LocalDate date) {
        State now = on(date);
        if (!now.open()) {
            return null;
        }
        LocalDate next = null;
        for (LocalDate boundary : term.boundaries()) {
            boolean sooner = next == null || boundary.isBefore(next);
            if (boundary.isAfter(date) && sooner && on(boundary) != now) {
                next = boundary;
            }
        }
        return next;
    }
}
