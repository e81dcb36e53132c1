package cme.compliance.rules;

import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Finding.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How an assessment is made: a function of its arguments, in the order of the domain's own
/// description.
///
/// 1. KnownFacts ([KnownFacts]), 2. before certification (here), 3. duplicates ([Duplicates]), 4.
///    window ([Window], [RequirementHistory]),
/// 5. once per ([OncePerRule]), 6. patient-safety part ([PatientSafetyCredits]), 7. caps ([Caps]), 8.
///    requirements (each kind of [Requirement]), 9. decisions ([Term], [StateRule]), 10. state
///    ([StateRule]), 11. standing ([StandingRule]),
/// 12. summary ([Summary]) and next change ([StateRule]).
public final class Assessment {

    private final RuleSet rules;
    private final LocalDate asOf;
    private final KnownFacts known;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FindingContext> contexts = new ArrayList<>();
    private @Nullable LocalDate nextDeadline;
    private @Nullable LocalDate nextChangeOn;

    private Assessment(RuleSet rules, LocalDate asOf, KnownFacts known) {
        this.rules = rules;
        this.asOf = asOf;
        this.known = known;
    }

    /// @param rules the rule set that [Facts#cycleKnownAt] names
    /// @param asOf the day for which readiness is asked
    /// @param knownAt only what was recorded by then is used
    /// @throws IllegalArgumentException when no cycle was known by then
    public static Status assess(RuleSet rules, Facts facts, LocalDate asOf, Instant knownAt) {
        return assess(rules, facts, asOf, knownAt, Set.of());
    }

    /// @param hypothetical completions that are looked at although they may lie after the as-of
    ///   date
    static Status assess(
            RuleSet rules,
            Facts facts,
            LocalDate asOf,
            Instant knownAt,
            Set<Completion.Id> hypothetical) {
        return whole(rules, facts, asOf, knownAt, hypothetical).status();
    }

    /// The status, and what stands behind each of its findings.
    record Whole(Status status, KnownFacts known, List<FindingContext> contexts) {}

    /// A finding with the evidence before it, for those who ask what more would bring.
    record FindingContext(
            Finding finding,
            Requirement requirement,
            Term term,
            WindowEvidence docket,
            RequirementHistory track) {}

    static Whole whole(
            RuleSet rules,
            Facts facts,
            LocalDate asOf,
            Instant knownAt,
            Set<Completion.Id> hypothetical) {
        KnownFacts known = KnownFacts.at(facts, asOf, knownAt, hypothetical);
        setAsideBeforeCertification(known);
        Duplicates.setAside(known.candidates());

        Assessment assessment = new Assessment(rules, asOf, known);
        assessment.findEverythingDue();
        return new Whole(assessment.status(facts.diplomate(), knownAt), known, assessment.contexts);
    }

    private static void setAsideBeforeCertification(KnownFacts known) {
        for (Candidate candidate : known.candidates()) {
            if (candidate.setAside == null
                    && candidate.completedOn().isBefore(known.cycle().certifiedOn())) {
                candidate.setAside = Exclusion.BEFORE_CERTIFICATION;
            }
        }
    }

    /// Every requirement of the pathway that rules a due year gives a finding, by due year and then
    /// in the rule set's order.
    private void findEverythingDue() {
        List<RequirementHistory> tracks =
                rules.requirements().stream().map(RequirementHistory::new).toList();
        for (int dueYear = 1; dueYear <= rules.cycleYears(); dueYear++) {
            Pathway pathway = known.pathwayOn(rules.deadlineOf(known.cycle(), dueYear));
            for (RequirementHistory track : tracks) {
                Requirement requirement = track.requirement();
                if (requirement.pathway() == pathway && requirement.dueYears().contains(dueYear)) {
                    find(track, dueYear);
                }
            }
        }
    }

    private void find(RequirementHistory track, int dueYear) {
        Requirement requirement = track.requirement();
        Decision decision = known.decisionOn(requirement.id(), dueYear);
        Term term = Term.of(rules, known.cycle(), dueYear, requirement.lookBackYears(), decision);
        WindowEvidence docket = track.docket(known.candidates(), term, known.tracerOf(dueYear));
        Tally tally =
                switch (requirement) {
                    case CreditTotal total -> total.tally(docket);
                    case PatientSafetyCredits part -> part.tally(docket);
                    case TracerActivity tracer -> tracer.tally(docket);
                    case ApprovedActivity approved -> approved.tally(docket);
                };
        track.use(tally, term);

        boolean clouded =
                requirement.pathway() == Pathway.STANDARD
                        && known.specialCircumstancesOverlap(term.window());
        StateRule state = new StateRule(term, tally.reached(), decision, clouded);
        Finding finding = finding(requirement, term, tally, decision, state.on(asOf));
        findings.add(finding);
        contexts.add(new FindingContext(finding, requirement, term, docket, track));
        nextChangeOn = earlier(nextChangeOn, state.nextChangeAfter(asOf));
        if (state.on(asOf).open() && !term.deadline().isBefore(asOf)) {
            nextDeadline = earlier(nextDeadline, term.deadline());
        }
    }

    private static Finding finding(
            Requirement requirement,
            Term term,
            Tally tally,
            @Nullable Decision decision,
            State state) {
        return new Finding(
                requirement.id(),
                requirement.title(),
                term.dueYear(),
                term.deadline(),
                term.window(),
                state,
                tally.required(),
                tally.earned(),
                tally.remaining(),
                tally.metOn(),
                tally.missing(),
                decision,
                tally.counted(),
                tally.notCounted());
    }

    private Status status(DiplomateId diplomate, Instant knownAt) {
        int startYear = known.cycle().startYear();
        Standing standing = StandingRule.of(findings);
        return new Status(
                diplomate,
                asOf,
                knownAt,
                rules.id(),
                rules.version(),
                new Status.CyclePosition(
                        startYear,
                        known.cycle().calendarYear(rules.cycleYears()),
                        asOf.getYear() - startYear + 1),
                known.pathwayOn(asOf),
                standing,
                new Summary(rules, known.cycle(), findings, asOf).sentence(standing),
                nextDeadline,
                nextChangeOn,
                known.basis(),
                findings,
                CountedNowhere.of(known.candidates(), rules, findings));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
