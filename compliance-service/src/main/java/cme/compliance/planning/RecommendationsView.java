package cme.compliance.planning;

import cme.compliance.activity.ActivityCopy;
import cme.compliance.assessment.AssessmentInput;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Recommendations;
import cme.compliance.rules.Recommendations.Obstacle;
import cme.compliance.rules.Recommendations.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Recommendations as HTTP carries them.
@Schema(name = "Recommendations", description = "What would close the open findings")
record RecommendationsView(
        String diplomateId,
        @Schema(description = "The day on which the activities would be completed") LocalDate asOf,
        List<FindingHelp> findings,
        PlanView plan) {

    static final String NOT_CONFIRMED = "credits not confirmed";

    @Schema(name = "FindingHelp")
    record FindingHelp(
            String requirement,
            String title,
            int dueYear,
            LocalDate deadline,
            Unit unit,
            BigDecimal remaining,
            @Schema(description = "How many activities would help; the best are listed")
                    int helpful,
            @Schema(description = "Why none helps") @Nullable Obstacle obstacle,
            List<HelpView> activities) {}

    @Schema(name = "Help")
    record HelpView(
            String activity,
            String title,
            String provider,
            @Nullable String url,
            @Schema(description = "Confirmed credits; 0.00 while the board has not confirmed them")
                    BigDecimal credits,
            @Schema(
                            description =
                                    "What would count for certain, in the unit of the finding; 0.00"
                                            + " where credits count and are not confirmed")
                    BigDecimal brings,
            @Schema(description = "Whether the board has confirmed the credits")
                    boolean creditsConfirmed,
            @Schema(
                            description =
                                    "`credits not confirmed` where credits count and are not"
                                            + " confirmed",
                            examples = RecommendationsView.NOT_CONFIRMED)
                    @Nullable String note,
            @Schema(
                            description = "How long it takes (ISO 8601), where the catalog knows",
                            examples = "PT1H30M")
                    @Nullable String duration,
            @Schema(description = "Last day on which it can be completed; null when it stays open")
                    @Nullable LocalDate offeredUntil,
            @Schema(
                            description =
                                    "Whether it can still be completed on the deadline of the"
                                            + " finding, and would count then")
                    boolean openAtDeadline) {

        static HelpView of(Recommendations.Help help, ActivityCopy activities) {
            Recommendations.Step step = help.activity();
            return new HelpView(
                    step.activity().value(),
                    step.title(),
                    step.provider(),
                    activities.url(step.activity()),
                    step.credits().toBigDecimal(),
                    help.brings().toBigDecimal(),
                    step.creditsConfirmed(),
                    help.awaitsConfirmation() ? NOT_CONFIRMED : null,
                    activities.duration(step.activity()),
                    step.offeredUntil(),
                    help.openAtDeadline());
        }
    }

    @Schema(name = "Plan", description = "A smallest set of activities that closes the findings")
    record PlanView(
            Outcome outcome,
            List<StepView> activities,
            @Schema(description = "The confirmed ones of all of them") BigDecimal credits,
            @Schema(description = "No plan of this size is known to need fewer credits")
                    boolean leastCredits,
            List<FindingRef> closes,
            @Schema(description = "Those that no set of activities would close")
                    List<FindingRef> leavesOpen) {}

    @Schema(name = "PlanStep")
    record StepView(
            String activity,
            String title,
            String provider,
            @Nullable String url,
            @Schema(description = "Confirmed credits; 0.00 while the board has not confirmed them")
                    BigDecimal credits,
            @Schema(description = "Whether the board has confirmed the credits")
                    boolean creditsConfirmed,
            @Schema(
                            description = "How long it takes (ISO 8601), where the catalog knows",
                            examples = "PT1H30M")
                    @Nullable String duration,
            @Schema(description = "Last day on which it can be completed; null when it stays open")
                    @Nullable LocalDate offeredUntil) {

        static StepView of(Recommendations.Step step, ActivityCopy activities) {
            return new StepView(
                    step.activity().value(),
                    step.title(),
                    step.provider(),
                    activities.url(step.activity()),
                    step.credits().toBigDecimal(),
                    step.creditsConfirmed(),
                    activities.duration(step.activity()),
                    step.offeredUntil());
        }
    }

    @Schema(name = "FindingRef")
    record FindingRef(String requirement, int dueYear) {

        static FindingRef of(Finding.Key key) {
            return new FindingRef(key.requirement().value(), key.dueYear());
        }
    }

    static RecommendationsView of(AssessmentInput input, Recommendations recommendations) {
        ActivityCopy activities = input.activities();
        return new RecommendationsView(
                input.facts().diplomate().value(),
                input.asOf(),
                recommendations.findings().stream().map(f -> help(f, activities)).toList(),
                plan(recommendations.plan(), activities));
    }

    private static FindingHelp help(Recommendations.ForFinding help, ActivityCopy activities) {
        return new FindingHelp(
                help.finding().requirement().value(),
                help.title(),
                help.finding().dueYear(),
                help.deadline(),
                help.remaining().unit(),
                help.remaining().toBigDecimal(),
                help.helpful(),
                help.obstacle(),
                help.activities().stream().map(a -> HelpView.of(a, activities)).toList());
    }

    private static PlanView plan(Recommendations.Plan plan, ActivityCopy activities) {
        return new PlanView(
                plan.outcome(),
                plan.activities().stream().map(a -> StepView.of(a, activities)).toList(),
                plan.credits().toBigDecimal(),
                plan.leastCredits(),
                plan.closes().stream().map(FindingRef::of).toList(),
                plan.leavesOpen().stream().map(FindingRef::of).toList());
    }
}
