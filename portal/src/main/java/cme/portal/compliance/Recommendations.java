package cme.portal.compliance;

import cme.portal.services.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Activities that help, and the fewest that close everything.
///
/// @param asOf The day on which the activities would be completed
public record Recommendations(
        String diplomateId, LocalDate asOf, List<FindingHelp> findings, Plan plan) {
    public Recommendations {
        findings = Absent.list(findings);
    }

    /// The activities that help with one open finding, the best first.
    ///
    /// @param helpful How many activities would help; the best are listed
    /// @param obstacle Why none helps
    public record FindingHelp(
            String requirement,
            String title,
            int dueYear,
            LocalDate deadline,
            String unit,
            BigDecimal remaining,
            int helpful,
            @Nullable String obstacle,
            List<Help> activities) {
        public FindingHelp {
            activities = Absent.list(activities);
        }
    }

    /// An activity that helps.
    ///
    /// @param credits Confirmed credits; 0.00 while the board has not confirmed them
    /// @param brings What would count for certain, in the unit of the finding; 0.00 where credits
    ///   count and are not confirmed
    /// @param creditsConfirmed Whether the board has confirmed the credits
    /// @param note `credits not confirmed` where credits count and are not confirmed
    /// @param duration How long it takes (ISO 8601), where the catalog knows
    /// @param offeredUntil Last day on which it can be completed; null when it stays open
    /// @param openAtDeadline Whether it can still be completed on the deadline of the finding, and
    ///   would count then
    public record Help(
            String activity,
            String title,
            String provider,
            @Nullable String url,
            BigDecimal credits,
            BigDecimal brings,
            boolean creditsConfirmed,
            @Nullable String note,
            @Nullable String duration,
            @Nullable LocalDate offeredUntil,
            boolean openAtDeadline) {}

    /// The fewest activities that close every open finding.
    ///
    /// @param credits The confirmed ones of all of them
    /// @param leastCredits No plan of this size is known to need fewer credits
    /// @param leavesOpen Those that no set of activities would close
    public record Plan(
            String outcome,
            List<Step> activities,
            BigDecimal credits,
            boolean leastCredits,
            List<FindingRef> closes,
            List<FindingRef> leavesOpen) {
        public Plan {
            activities = Absent.list(activities);
            closes = Absent.list(closes);
            leavesOpen = Absent.list(leavesOpen);
        }
    }

    /// An activity of the plan.
    ///
    /// @param credits Confirmed credits; 0.00 while the board has not confirmed them
    /// @param creditsConfirmed Whether the board has confirmed the credits
    /// @param duration How long it takes (ISO 8601), where the catalog knows
    /// @param offeredUntil Last day on which it can be completed; null when it stays open
    public record Step(
            String activity,
            String title,
            String provider,
            @Nullable String url,
            BigDecimal credits,
            boolean creditsConfirmed,
            @Nullable String duration,
            @Nullable LocalDate offeredUntil) {}

    /// Names a finding.
    public record FindingRef(String requirement, int dueYear) {}
}
