package cme.compliance.rules;

import cme.compliance.rules.Finding.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The dates of one finding, counted in calendar days. An extension by the board moves the end of
/// the window and the deadline (domain.md, section 3.9).
///
/// Source: December 1 and the look-back of three years are on the board's resource page; the late
/// period is from other public text.
///
/// @param window both ends inclusive
/// @param normalDeadline the rule set's day in the due year
/// @param deadline the same, or the day until which the board extended it
/// @param lateFrom the instant at which the day of the deadline ends in the zone of the rule set;
///   submissions recorded from then on are late
/// @param lateUntil last day of the late period; it belongs to the due year, so an extension does
///   not move it
/// @param dueSoonFrom first day on which an open finding is due soon
record Term(
        int dueYear,
        Window window,
        LocalDate normalDeadline,
        LocalDate deadline,
        Instant lateFrom,
        LocalDate lateUntil,
        LocalDate dueSoonFrom) {

    static Term of(
            RuleSet rules,
            Cycle cycle,
            int dueYear,
            int lookBackYears,
            @Nullable Decision decision) {
        LocalDate normal = rules.deadlineOf(cycle, dueYear);
        Window window = Window.endingOn(normal, lookBackYears);
        LocalDate deadline = normal;
        if (decision != null && decision.ruling() instanceof Decision.Extended(LocalDate until)) {
            window = new Window(window.from(), until);
            deadline = until;
        }
        return new Term(
                dueYear,
                window,
                normal,
                deadline,
                rules.startOf(deadline.plusDays(1)),
                normal.plusDays(rules.latePeriodDays()),
                deadline.minusDays(rules.dueSoonDays()));
    }

    /// The days on which the state of an open finding may become another, in no order.
    LocalDate[] boundaries() {
        return new LocalDate[] {
            window.from(), dueSoonFrom, deadline.plusDays(1), lateUntil.plusDays(1)
        };
    }
}
