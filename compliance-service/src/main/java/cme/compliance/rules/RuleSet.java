package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/// The rules of one kind of certification cycle with all their numbers (domain.md, section 2).
///
/// @param version grows when a number changes
/// @param cycleYears length of the cycle in calendar years
/// @param deadline the day of a due year by which everything due in it must be completed
/// @param zone where days begin and end, that of the deadline too
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

    /// The id of a rule set, such as `abps-cc-10y`.
    public record Id(String value) implements Comparable<Id> {

        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("The id of a rule set is blank");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /// The deadline in a due year, such as December 1.
    public LocalDate deadlineOf(Cycle cycle, int dueYear) {
        return deadline.atYear(cycle.calendarYear(dueYear));
    }

    /// The day that it is at an instant.
    public LocalDate dayAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// The instant at which a day begins.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// @throws IllegalArgumentException when the set has no such requirement
    public Requirement requirement(Requirement.Id id) {
        for (Requirement requirement : requirements) {
            if (requirement.id().equals(id)) {
                return requirement;
            }
        }
        throw new IllegalArgumentException("No requirement " + id + " in " + this.id);
    }
}
