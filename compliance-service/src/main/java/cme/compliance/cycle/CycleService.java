package cme.compliance.cycle;

import cme.chassis.http.IfMatch;
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
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Records the cycle of a diplomate.
@Singleton
class CycleService extends RevisionService<DiplomateId, Cycle> {

    private final RuleSets ruleSets;

    CycleService(Recording recording, Cycles cycles, RuleSets ruleSets) {
        super(
                recording,
                DiplomateRecord::cycleHistory,
                (_, added) -> cycles.persistAndFlush(CycleRevision.of(added)));
        this.ruleSets = ruleSets;
    }

    /// Decides about a row of an import, which replaces any cycle.
    Outcome<DiplomateId, Cycle> decide(CycleImportRow row, DiplomateRecord record, String by) {
        return decide(row.diplomate(), record, row.diplomate(), row.request()::at, IfMatch.ANY, by);
    }

    /// Tracers and decisions in force must belong to due years of the new cycle.
    @Override
    protected Optional<Outcome<DiplomateId, Cycle>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Cycle cycle) {
        RuleSet rules = ruleSets.find(cycle.ruleSet()).orElseThrow().rules();
        Stream<String> tracers =
                record.tracerHistory().inForce(Comparator.naturalOrder()).stream()
                        .map(Recorded::subject)
                        .filter(dueYear -> !DueYears.ofTracers(rules).contains(dueYear))
                        .map(dueYear -> "the tracer of due year " + dueYear);
        Stream<String> decisions =
                record.decisionHistory().inForce(DiplomateRecord.BY_DUE_YEAR).stream()
                        .map(Recorded::value)
                        .filter(decision -> !fits(decision, rules, cycle))
                        .map(
                                decision ->
                                        "the decision on %s in due year %d"
                                                .formatted(
                                                        decision.requirement(),
                                                        decision.dueYear()));
        List<String> orphans = Stream.concat(tracers, decisions).toList();
        return orphans.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Conflict<>(
                                "cycle-in-use",
                                "With this cycle there is no place for %s. Take that back first."
                                        .formatted(String.join(", ", orphans))));
    }

    private static boolean fits(Decision decision, RuleSet rules, Cycle cycle) {
        LocalDate until = RulingKind.until(decision.ruling());
        return DueYears.of(rules, decision.requirement()).contains(decision.dueYear())
                && (until == null || until.isAfter(rules.deadlineOf(cycle, decision.dueYear())));
    }
}
