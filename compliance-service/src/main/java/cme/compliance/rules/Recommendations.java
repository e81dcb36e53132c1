package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recommended learning: for each open finding the activities that would count, and a plan that
/// closes them all.
///
/// Each activity is taken as completed with its full credit on the as-of date. An activity is only
/// recommended when it would count then: approved and offered that day, not a duplicate, not a
/// repetition, not over its cap, and never an examination. While the board has not confirmed the
/// credits of an activity, it is recommended all the same: where activities are counted as any
/// other, and where credits are counted after all others, as nobody knows yet what it brings.
/// Findings whose window is not open yet are left out, as nothing can be done for them.
public record Recommendations(List<ForFinding> findings, Plan plan) {

    /// The most activities listed for one finding; as many more without confirmed credits.
    public static final int MOST_LISTED = 100;

    public Recommendations {
        findings = List.copyOf(findings);
    }

    /// @param helpful how many activities would help; the best of them are listed
    /// @param activities the most helpful first, then by code; those whose credits would count but
    ///   are not confirmed come last. At most [#MOST_LISTED] of each
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

    /// @param brings the amount that would count for certain; it may be more than remains. It is
    ///   zero where credits are counted and not confirmed
    /// @param openAtDeadline whether the activity can still be completed on the deadline of the
    ///   finding, and would count then
    public record Help(Step activity, Amount brings, boolean openAtDeadline) {

        /// Whether nobody knows what it brings, as the board has not confirmed its credits.
        public boolean awaitsConfirmation() {
            return brings.isZero();
        }
    }

    /// Why no activity helps an open finding.
    public enum Obstacle {
        /// The window is over: a completion of that day lies outside it.
        WINDOW_CLOSED,
        /// The tracer procedure of the due year has to be recorded first.
        TRACER_PROCEDURE_MISSING,
        /// The catalog holds nothing that would count.
        NO_ACTIVITY
    }

    /// @param activities in the order of their codes; each is to be completed once
    /// @param credits the confirmed ones of all of them
    /// @param leastCredits whether no other plan of that size is proven to need fewer credits
    /// @param closes the findings that would be met
    /// @param leavesOpen the findings that no set of activities would close
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

    /// An activity to complete.
    ///
    /// @param credits zero while the board has not confirmed them
    /// @param offeredUntil last day it can be completed, null when open
    public record Step(
            Activity.Code activity,
            String title,
            String provider,
            Credits credits,
            boolean creditsConfirmed,
            @Nullable LocalDate offeredUntil) {}

    /// The outcome of the search for a plan.
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
