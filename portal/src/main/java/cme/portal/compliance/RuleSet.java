package cme.portal.compliance;

import cme.portal.services.Absent;

import java.math.BigDecimal;
import java.util.List;

/// The rules as data.
///
/// @param version Grows when a number changes
/// @param deadline Month and day of a due year
/// @param figures The origin of each number
public record RuleSet(
        String id,
        int version,
        String title,
        String note,
        int cycleYears,
        String deadline,
        String zone,
        int latePeriodDays,
        int dueSoonDays,
        List<Requirement> requirements,
        List<Figure> figures) {
    public RuleSet {
        requirements = Absent.list(requirements);
        figures = Absent.list(figures);
    }

    /// A requirement and the years in which it is due.
    ///
    /// @param pathway The diplomates of this pathway must meet it
    /// @param dueYears Years of the cycle in which it is due
    /// @param lookBackYears Length of the window that ends on the deadline
    public record Requirement(
            String id,
            String kind,
            String title,
            String pathway,
            List<Integer> dueYears,
            int lookBackYears,
            String unit,
            BigDecimal required) {
        public Requirement {
            dueYears = Absent.list(dueYears);
        }
    }

    /// One number of a rule set and where it comes from.
    ///
    /// @param basis DOCUMENTED: a source says so; CHOICE: chosen here
    /// @param awaitsBoard Whether it was chosen until the board says what holds
    public record Figure(
            String field, String value, String basis, String source, boolean awaitsBoard) {}
}
