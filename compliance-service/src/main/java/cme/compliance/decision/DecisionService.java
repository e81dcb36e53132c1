package cme.compliance.decision;

import cme.chassis.problem.Violation;
import cme.compliance.diplomate.NoCycle;
import cme.compliance.record.DecisionRevision;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.RecordEntries;
import cme.compliance.record.Recording;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.Decision;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Records decisions of the board. The latest on a requirement and due year holds.
@Singleton
class DecisionService {

    private final Recording recording;
    private final RecordEntries entries;
    private final RuleSets ruleSets;

    DecisionService(Recording recording, RecordEntries entries, RuleSets ruleSets) {
        this.recording = recording;
        this.entries = entries;
        this.ruleSets = ruleSets;
    }

    Outcome<DecisionRevision> post(DiplomateId diplomate, DecisionRequest request, String by) {
        return recording.of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var outcome = decide(diplomate, record, request, by, at);
                    switch (outcome) {
                        case Outcome.Created(DecisionRevision added) ->
                                entries.add(transaction, diplomate, added);
                        case Outcome.Replaced(DecisionRevision added) ->
                                entries.add(transaction, diplomate, added);
                        case Outcome.Unchanged<DecisionRevision> _,
                                Outcome.Refused<DecisionRevision> _ -> {}
                    }
                    return outcome;
                });
    }

    private Outcome<DecisionRevision> decide(
            DiplomateId diplomate,
            DiplomateRecord record,
            DecisionRequest request,
            String by,
            Instant at) {
        var cycle = record.cycle();
        if (cycle == null) {
            return new Outcome.Refused<>(NoCycle.conflict(diplomate));
        }
        var rules = ruleSets.find(cycle.cycle().ruleSet()).orElseThrow().rules();
        var violations = violations(rules, cycle.cycle(), request);
        if (!violations.isEmpty()) {
            return Outcome.refused(violations);
        }
        var matter = new Finding.Key(request.requirement(), request.dueYear());
        var last = record.decisionsByMatter().get(matter);
        var current = last == null ? null : last.decision();
        var decision =
                new Decision(
                        request.requirement(),
                        request.dueYear(),
                        request.decision().ruling(request.until()),
                        request.reason(),
                        at);
        if (current != null
                && current.ruling().equals(decision.ruling())
                && Objects.equals(current.reason(), decision.reason())) {
            return new Outcome.Unchanged<>(last);
        }
        var added = DecisionRevision.of(last == null ? 1 : last.revision() + 1, decision, by);
        return current == null ? new Outcome.Created<>(added) : new Outcome.Replaced<>(added);
    }

    /// Takes the decision on a matter back; what is not there is left alone.
    void remove(DiplomateId diplomate, Finding.Key matter, String by) {
        recording.<DecisionRevision>of(
                diplomate,
                by,
                (transaction, record, at) -> {
                    var last = record.decisionsByMatter().get(matter);
                    if (last == null || last.decision() == null) {
                        return new Outcome.Unchanged<>(last);
                    }
                    var removed = new DecisionRevision(last.revision() + 1, matter, null, at, by);
                    entries.add(transaction, diplomate, removed);
                    return new Outcome.Replaced<>(removed);
                });
    }

    private static List<Violation> violations(RuleSet rules, Cycle cycle, DecisionRequest request) {
        var years = DueYears.of(rules, request.requirement());
        var violations = new ArrayList<Violation>();
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
        } else if (!years.contains(request.dueYear())) {
            violations.add(
                    new Violation(
                            "/dueYear",
                            "due-year.unknown",
                            "%s is due in years %s.".formatted(request.requirement(), years)));
        }
        var deadline = rules.deadlineOf(cycle, request.dueYear());
        if (request.until() != null && !request.until().isAfter(deadline)) {
            violations.add(
                    new Violation(
                            "/until",
                            "until.not-after-deadline",
                            "The deadline is %s: an extension ends after it.".formatted(deadline)));
        }
        return violations;
    }
}
