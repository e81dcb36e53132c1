package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would help: for each open finding the activities that would count, and a plan that closes
/// them all.
///
/// Asked as if an activity were completed with its full credit on the as-of date. Only what would
/// count then is offered: approved and offered that day, credits set by the board, not a duplicate,
/// not a repetition, not over its cap. Findings whose window is not open yet are left out, as
/// nothing can be done for them.
public record Recommendations(List<ForFinding> findings, Plan plan) {

    /// The most activities listed for one finding.
    public static final int MOST_LISTED = 100;

    public Recommendations {
        findings = List.copyOf(findings);
    }

    /// @param helpful how many activities would help; the best of them are listed
    /// @param activities what brings most first, then by code; at most [#MOST_LISTED]
    /// @param obstacle why none helps, null when some do
    public record ForFinding(
            Finding.Key finding,
            String title,
            LocalDate deadline,
            Amount remaining,
            int helpful,
            List<Help> activities,
            @Nullable Obstacle obstacle) {

        public ForFinding {
            activities = List.copyOf(activities);
        }
    }

    /// @param brings what would count for the finding, which may be more than remains
    public record Help(
            Activity.Code activity, String title, String provider, Credits credits, Amount brings) {}

    /// Why no activity helps an open finding.
    public enum Obstacle {
        /// The window is over: what is completed now lies outside it.
        WINDOW_CLOSED,
        /// The tracer procedure of the due year has to be recorded first.
        TRACER_PROCEDURE_MISSING,
        /// The catalog holds nothing that would count.
        NO_ACTIVITY
    }

    /// @param activities in the order of their codes; each is to be completed once
    /// @param credits of all of them
    /// @param leastCredits whether no other plan of that size is proven to need fewer credits
    /// @param closes the findings that would be met
    /// @param leavesOpen those that no set of activities would close
    public record Plan(
            Outcome outcome,
            List<Step> activities,
            Credits credits,
            boolean leastCredits,
            List<Finding.Key> closes,
            List<Finding.Key> leavesOpen) {

        public Plan {
            activities = List.copyOf(activities);
            closes = List.copyOf(closes);
            leavesOpen = List.copyOf(leavesOpen);
        }
    }

    public record Step(Activity.Code activity, String title, String provider, Credits credits) {}

    /// What the search for a plan came to.
    public enum Outcome {
        /// Nothing is open that could be worked on.
        NOTHING_OPEN,
        /// No set of fewer activities closes the same findings.
        SMALLEST,
        /// The set closes them, but the search ended before it was proven to be a smallest one.
        NOT_PROVEN_SMALLEST,
        /// No set of activities of the catalog closes any finding, or all that could be closed one
        /// by one.
        NONE,
        /// The search ended before a set was found.
        NOT_FOUND
    }

    /// @throws IllegalArgumentException when no cycle was known by then
    public static Recommendations recommend(
            RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        return new Recommender(rules, facts, asOf, knownAt).recommend(PlanSearch.MOST_STEPS);
    }
}
