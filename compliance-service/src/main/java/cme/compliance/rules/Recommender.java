package cme.compliance.rules;

import cme.compliance.rules.Completion.Subject;
import cme.compliance.rules.Finding.Missing;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Recommendations.ForFinding;
import cme.compliance.rules.Recommendations.Help;
import cme.compliance.rules.Recommendations.Obstacle;
import cme.compliance.rules.Recommendations.Outcome;
import cme.compliance.rules.Recommendations.Plan;
import cme.compliance.rules.Recommendations.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes [Recommendations]: the help for each open finding, the plan, and the proof of the plan by
/// an assessment.
final class Recommender {

    private static final Comparator<Help> MOST_FIRST =
            Comparator.comparing(Help::brings)
                    .reversed()
                    .thenComparing(help -> help.activity().activity());

    private final RuleSet rules;
    private final Facts facts;
    private final LocalDate asOf;
    private final Instant knownAt;
    private final Assessment.Whole whole;
    private final List<Option> options;

    Recommender(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        this.rules = rules;
        this.facts = facts;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.whole = Assessment.whole(rules, facts, asOf, knownAt, Set.of());
        this.options = options();
    }

    Recommendations recommend(int mostSteps) {
        List<Gap> all = Gap.on(asOf, whole.contexts());
        List<ForFinding> findings = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<Finding.Key> leftOpen = new ArrayList<>();
        for (Finding finding : whole.status().findings()) {
            if (!finding.state().open() || finding.state() == State.UPCOMING) {
                continue;
            }
            Optional<Gap> gap = all.stream().filter(any -> any.finding() == finding).findFirst();
            findings.add(forFinding(finding, gap));
            if (gap.isPresent() && closable(all, gap.get(), mostSteps)) {
                gaps.add(gap.get());
            } else {
                leftOpen.add(finding.key());
            }
        }
        if (findings.isEmpty()) {
            return new Recommendations(findings, noPlan(Outcome.NOTHING_OPEN, leftOpen));
        }
        Plan plan = plan(all, gaps, leftOpen, mostSteps);
        if (closesWhatItSays(plan)) {
            return new Recommendations(findings, plan);
        }
        List<Finding.Key> open = new ArrayList<>(leftOpen);
        open.addAll(plan.closes());
        return new Recommendations(findings, noPlan(Outcome.NOT_FOUND, open));
    }

    /// Whether some set closes this finding alone. Mostly all options together already show it.
    private boolean closable(List<Gap> all, Gap gap, int mostSteps) {
        return gap.mostHelp(options) >= gap.need()
                && (gap.help(options) >= gap.need()
                        || new PlanSearch(all, List.of(gap), options, mostSteps).search().options()
                                != null);
    }

    /// The activities that may be completed on the as-of date and would be no duplicate of a
    /// completion of that date.
    private List<Option> options() {
        Set<Subject> doneThatDay = new HashSet<>();
        for (Candidate candidate : whole.known().candidates()) {
            boolean withdrawn = candidate.state().status() == Completion.Status.WITHDRAWN;
            if (!withdrawn && candidate.completedOn().equals(asOf)) {
                doneThatDay.add(candidate.state().subject());
            }
        }
        if (asOf.isBefore(whole.known().cycle().certifiedOn())) {
            return List.of();
        }
        return facts.catalog().activities().values().stream()
                .filter(a -> !doneThatDay.contains(new Subject.InCatalog(a.code())))
                .map(this::option)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Option::code))
                .toList();
    }

    private @Nullable Option option(Activity activity) {
        return Option.of(
                activity.code(),
                activity.knownAt(knownAt),
                activity.knownOn(asOf, rules.zone(), knownAt),
                asOf);
    }

    private ForFinding forFinding(Finding finding, Optional<Gap> gap) {
        List<Help> helps = gap.map(this::certain).orElse(List.of());
        List<Help> unconfirmed = gap.map(this::unconfirmed).orElse(List.of());
        int helpful = helps.size() + unconfirmed.size();
        return new ForFinding(
                finding.key(),
                finding.title(),
                finding.deadline(),
                finding.remaining(),
                helpful,
                Stream.of(helps, unconfirmed)
                        .flatMap(list -> list.stream().limit(Recommendations.MOST_LISTED))
                        .toList(),
                helpful == 0 ? obstacle(finding, gap.isPresent()) : null);
    }

    private List<Help> certain(Gap gap) {
        List<Help> helps = new ArrayList<>();
        for (Option option : options) {
            int quarters = gap.help(option);
            if (quarters > 0) {
                helps.add(help(gap, option, quarters));
            }
        }
        helps.sort(MOST_FIRST);
        return helps;
    }

    private List<Help> unconfirmed(Gap gap) {
        return options.stream()
                .filter(gap::awaitsCreditsOf)
                .map(option -> help(gap, option, 0))
                .toList();
    }

    private static Obstacle obstacle(Finding finding, boolean inWindow) {
        if (!inWindow) {
            return Obstacle.WINDOW_CLOSED;
        }
        return finding.missing().contains(Missing.TRACER_PROCEDURE)
                ? Obstacle.TRACER_PROCEDURE_MISSING
                : Obstacle.NO_ACTIVITY;
    }

    private Plan plan(List<Gap> all, List<Gap> gaps, List<Finding.Key> leftOpen, int mostSteps) {
        if (gaps.isEmpty()) {
            return noPlan(Outcome.NONE, leftOpen);
        }
        List<Finding.Key> closes = gaps.stream().map(gap -> gap.finding().key()).toList();
        PlanSearch.Result result = new PlanSearch(all, gaps, options, mostSteps).search();
        if (result.options() == null) {
            List<Finding.Key> everyOne = new ArrayList<>(leftOpen);
            everyOne.addAll(closes);
            return noPlan(result.smallest() ? Outcome.NONE : Outcome.NOT_FOUND, everyOne);
        }
        int quarters = result.options().stream().mapToInt(o -> o.credits().quarters()).sum();
        return new Plan(
                result.smallest() ? Outcome.SMALLEST : Outcome.NOT_PROVEN_SMALLEST,
                result.options().stream().map(Recommender::step).toList(),
                new Credits(quarters),
                result.leastCredits(),
                closes,
                leftOpen);
    }

    /// Assesses the plan as if it were completed: a plan that does not close its findings must
    /// never be given. An extension of the cycle before may use up what the plan counts on.
    private boolean closesWhatItSays(Plan plan) {
        List<WhatIf.SupposedCompletion> done = new ArrayList<>();
        for (Step step : plan.activities()) {
            done.add(
                    new WhatIf.SupposedCompletion(
                            new Subject.InCatalog(step.activity()),
                            asOf,
                            null,
                            step.credits(),
                            null));
        }
        var supposed = new WhatIf.Supposed(done, List.of());
        Status status = WhatIf.suppose(rules, facts, asOf, knownAt, supposed).status();
        return status.findings().stream()
                .filter(finding -> plan.closes().contains(finding.key()))
                .allMatch(finding -> finding.state() == State.MET);
    }

    private static Plan noPlan(Outcome outcome, List<Finding.Key> leftOpen) {
        return new Plan(outcome, List.of(), Credits.ZERO, true, List.of(), leftOpen);
    }

    private static Help help(Gap gap, Option option, int quarters) {
        return new Help(
                step(option),
                new Amount(gap.finding().unit(), quarters),
                gap.openAtDeadline(option));
    }

    private static Step step(Option option) {
        return new Step(
                option.code(),
                option.activity().title(),
                option.activity().provider(),
                option.credits(),
                option.confirmed(),
                option.activity().offeredUntil());
    }
}
