package cme.compliance.decision;

import cme.chassis.problem.Violation;
import cme.compliance.record.CycleSequence;
import cme.compliance.record.CycleSequence.Place;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RevisionService;
import cme.compliance.record.RulingKind;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/// Records decisions of the board. The latest one on a requirement and due year holds.
@Singleton
class DecisionService extends RevisionService<Finding.Key, Decision> {

    private final RuleSets ruleSets;

    DecisionService(Recording recording, Decisions decisions, RuleSets ruleSets) {
        super(
                recording,
                DiplomateRecord::decisionHistory,
                (diplomate, added) ->
                        decisions.persistAndFlush(new DecisionRevision(diplomate, added)));
        this.ruleSets = ruleSets;
    }

    /// One that waits for a cycle has to fit first.
    @Override
    protected Optional<Recorded<Finding.Key, Decision>> same(
            DiplomateRecord record,
            Optional<Recorded<Finding.Key, Decision>> current,
            Function<Instant, Decision> value) {
        CycleSequence cycles = record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
        return super.same(record, current, value)
                .filter(decision -> cycles.ofRecorded(decision.subject().dueYear()).isPresent());
    }

    @Override
    protected Optional<Outcome<Finding.Key, Decision>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Decision decision) {
        CycleSequence cycles = record.cyclesKnownAt(Instant.MAX, ruleSets::rules);
        if (cycles.places().isEmpty()) {
            return Optional.of(Outcome.noCycle(diplomate));
        }
        Optional<Place> place = cycles.ofRecorded(decision.dueYear());
        if (place.isEmpty()) {
            return Outcome.invalid(List.of(DueYears.ofNoCycle(decision.dueYear())));
        }
        int dueYear = place.get().dueYearOf(decision.dueYear()).orElseThrow();
        return Outcome.invalid(
                violations(place.get().rules(), place.get().cycle(), decision.inDueYear(dueYear)));
    }

    private static List<Violation> violations(RuleSet rules, Cycle cycle, Decision decision) {
        SortedSet<Integer> years = DueYears.of(rules, decision.requirement());
        List<Violation> violations = new ArrayList<>();
        if (years.isEmpty()) {
            violations.add(
                    new Violation(
                            "/requirement",
                            "requirement.unknown",
                            "%s has the requirements %s."
                                    .formatted(
                                            rules.id(),
                                            rules.requirements().stream()
                                                    .map(r -> r.id().value())
                                                    .toList())));
        } else if (!years.contains(decision.dueYear())) {
            violations.add(
                    new Violation(
                            "/dueYear",
                            "due-year.unknown",
                            "%s is due in years %s.".formatted(decision.requirement(), years)));
        }
        LocalDate deadline = rules.deadlineOf(cycle, decision.dueYear());
        LocalDate until = RulingKind.until(decision.ruling());
        if (until != null && !until.isAfter(deadline)) {
            violations.add(
                    new Violation(
                            "/until",
                            "until.not-after-deadline",
                            "The deadline is %s: an extension ends after it.".formatted(deadline)));
        }
        return violations;
    }
}
