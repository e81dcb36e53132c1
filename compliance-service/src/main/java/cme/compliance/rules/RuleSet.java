package cme.compliance.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/// The rules of one kind of certification cycle, all numbers of them.
///
/// @param version grows when a number changes
/// @param cycleYears length of the cycle in calendar years
/// @param deadline the day of a due year by which everything due in it must be completed
/// @param zone where the day of the deadline ends
/// @param latePeriodDays days after the deadline in which submissions are still taken
/// @param dueSoonDays so many days before the deadline an open finding is due soon
public record RuleSet(
        Id id,
        int version,
        String title,
        int cycleYears,
        MonthDay deadline,
        ZoneId zone,
        int latePeriodDays,
        int dueSoonDays,
        List<Requirement> requirements) {

    public RuleSet {
        requirements = List.copyOf(requirements);
    }

    /// The December 1 (or whichever day it is) of a due year.
    public LocalDate deadlineOf(Cycle cycle, int dueYear) {
        return deadline.atYear(cycle.calendarYear(dueYear));
    }

    /// @throws IllegalArgumentException when the set has no such requirement
    public Requirement requirement(Requirement.Id id) {
        for (Requirement requirement : requirements) {
            if (requirement.id().equals(id)) {
                return requirement;
            }
        }
        throw new IllegalArgumentException("no requirement " + id + " in " + this.id);
    }
}
