package cme.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The assessment of one diplomate, a function of its arguments, in the steps of domain.md, section
/// 3:
///
/// | step | rule |
/// |---|---|
/// | 1 known, 2 before certification | [KnownFacts] |
/// | 3 duplicates, maximum of sessions | [Duplicates], [Maxima] |
/// | 4 window | [Term], [WindowEvidence] |
/// | 5 once per, credits per | [OncePerRule], [Maxima] |
/// | 6 patient-safety part | [PatientSafetyCredits] |
/// | 7 caps | [Caps] |
/// | 8 requirements | [CreditTotal], [PatientSafetyCredits], [TracerActivity], [ApprovedActivity] |
/// | 9 decisions | [Term], [RequirementHistory], [StateRule] |
/// | 10 state, next change | [StateRule] |
/// | 11 standing | [Standing] |
/// | 12 summary | [Summary] |
public final class Assessment {

    private final RuleSet rules;
    private final LocalDate asOf;
    private final KnownFacts known;
    private final Succession succession;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FindingContext> contexts = new ArrayList<>();
    private @Nullable LocalDate nextDeadline;
    private @Nullable LocalDate nextChangeOn;

    private Assessment(RuleSet rules, LocalDate asOf, KnownFacts known, Succession succession) {
        this.rules = rules;
        this.asOf = asOf;
        this.known = known;
        this.succession = succession;
    }

    /// A status with the evidence of each of its findings.
    record Whole(Status status, KnownFacts known, List<FindingContext> contexts) {}

    /// A finding with its evidence, for the question what more completions would bring.
    record FindingContext(
            Finding finding,
            Requirement requirement,
            Term term,
            WindowEvidence evidence,
            RequirementHistory history) {}

    /// @param rules the rule set that [Facts#cycleKnownAt] names
    /// @param asOf the day for which readiness is asked
    /// @param knownAt only facts recorded by then are used
    /// @throws IllegalArgumentException when no cycle was known by then
    public static Status assess(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        return whole(rules, facts, asOf, knownAt, Set.of()).status();
    }

    /// @param hypothetical completions that are looked at although they may lie after the as-of
    ///   date
    static Whole whole(
            RuleSet rules,
            Facts facts,
            LocalDate asOf,
            Instant knownAt,
            Set<Completion.Id> hypothetical) {
        KnownFacts known = KnownFacts.at(facts, rules.zone(), asOf, knownAt, hypothetical);
        Assessment assessment = new Assessment(rules, asOf, known, facts.succession());
        assessment.findEverythingDue(formerHistories(facts, asOf, knownAt, hypothetical));
        return new Whole(assessment.status(facts.diplomate(), knownAt), known, assessment.contexts);
    }

    /// The histories of the requirements in the cycle before.
    private static Map<Requirement.Id, RequirementHistory> formerHistories(
            Facts facts, LocalDate asOf, Instant knownAt, Set<Completion.Id> hypothetical) {
        Succession.Former former = facts.succession().former();
        Map<Requirement.Id, RequirementHistory> histories = new HashMap<>();
        if (former != null) {
            whole(former.rules(), former.facts(), asOf, knownAt, hypothetical)
                    .contexts()
                    .forEach(c -> histories.put(c.requirement().id(), c.history()));
        }
        return histories;
    }

    /// Every requirement of the pathway that rules a due year gives a finding, by due year and then
    /// in the rule set's order.
    private void findEverythingDue(Map<Requirement.Id, RequirementHistory> former) {
        List<RequirementHistory> histories =
                rules.requirements().stream()
                        .map(r -> new RequirementHistory(r, former.get(r.id())))
                        .toList();
        for (int dueYear = 1; dueYear <= rules.cycleYears(); dueYear++) {
            Pathway pathway = known.pathwayOn(rules.deadlineOf(known.cycle(), dueYear));
            for (RequirementHistory history : histories) {
                Requirement requirement = history.requirement();
                if (requirement.pathway() == pathway && requirement.dueYears().contains(dueYear)) {
                    find(history, dueYear);
                }
            }
        }
    }

    private void find(RequirementHistory history, int dueYear) {
        Requirement requirement = history.requirement();
        Decision decision = known.decisionOn(requirement.id(), dueYear);
        Term term = Term.of(rules, known.cycle(), dueYear, requirement.lookBackYears(), decision);
        WindowEvidence evidence =
                history.evidence(known.candidates(), term, known.tracerOf(dueYear));
        Tally tally = tally(requirement, evidence);
        Set<Completion.Id> unneeded = tally.unneededFrom(succession.nextBegins());
        if (!unneeded.isEmpty()) {
            evidence = evidence.without(unneeded);
            tally = tally(requirement, evidence);
        }
        history.use(tally, term);

        boolean undecided =
                requirement.pathway() == Pathway.STANDARD
                        && known.specialCircumstancesOverlap(term.window());
        StateRule rule = new StateRule(term, tally.reached(), decision, undecided);
        Finding.State state = rule.on(asOf);
        Finding finding = tally.finding(requirement, state, decision);
        findings.add(finding);
        contexts.add(new FindingContext(finding, requirement, term, evidence, history));
        nextChangeOn = earlier(nextChangeOn, rule.nextChangeAfter(asOf));
        if (state.open() && !term.deadline().isBefore(asOf)) {
            nextDeadline = earlier(nextDeadline, term.deadline());
        }
    }

    private static Tally tally(Requirement requirement, WindowEvidence evidence) {
        return switch (requirement) {
            case CreditTotal total -> total.tally(evidence);
            case PatientSafetyCredits safety -> safety.tally(evidence);
            case TracerActivity tracer -> tracer.tally(evidence);
            case ApprovedActivity approved -> approved.tally(evidence);
        };
    }

    private Status status(DiplomateId diplomate, Instant knownAt) {
        Cycle cycle = known.cycle();
        Standing standing = Standing.of(findings);
        LocalDate nextBegins = succession.nextBegins();
        if (nextBegins != null && nextBegins.isAfter(asOf)) {
            nextChangeOn = earlier(nextChangeOn, nextBegins);
        }
        return new Status(
                diplomate,
                asOf,
                knownAt,
                rules.id(),
                rules.version(),
                new Status.CyclePosition(
                        cycle.startYear(),
                        cycle.calendarYear(rules.cycleYears()),
                        asOf.getYear() - cycle.startYear() + 1),
                known.pathwayOn(asOf),
                standing,
                new Summary(rules, cycle, findings, asOf).sentence(standing),
                nextDeadline,
                nextChangeOn,
                known.basis(),
                findings,
                CountedNowhere.of(known.candidates(), rules, findings).stream()
                        .filter(completion -> !succession.isAfter(completion.completedOn()))
                        .toList());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
