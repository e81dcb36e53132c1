package cme.compliance.cycle;

import cme.chassis.http.IfMatch;
import cme.compliance.record.DiplomateRecord;
import cme.compliance.record.DueYears;
import cme.compliance.record.Outcome;
import cme.compliance.record.Recording;
import cme.compliance.record.Revision.Recorded;
import cme.compliance.record.RevisionService;
import cme.compliance.rules.Cycle;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Records the cycle of a diplomate.
@Singleton
class CycleService extends RevisionService<DiplomateId, Cycle> {

    private final RuleSets ruleSets;

    CycleService(Recording recording, Cycles cycles, RuleSets ruleSets) {
        super(
                recording,
                DiplomateRecord::cycleHistory,
                (diplomate, added) ->
                        cycles.persistAndFlush(
                                CycleRevision.of(added, () -> inForce(cycles, diplomate))));
        this.ruleSets = ruleSets;
    }

    private static Cycle inForce(Cycles cycles, DiplomateId diplomate) {
        return cycles.of(diplomate).inForce(diplomate).orElseThrow().value();
    }

    /// Decides about a row of an import, which replaces any cycle.
    Outcome<DiplomateId, Cycle> decide(
            Handle transaction, CycleImportRow row, DiplomateRecord record, String by) {
        return decide(
                transaction,
                row.diplomate(),
                record,
                row.diplomate(),
                row.request()::at,
                IfMatch.ANY,
                by);
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
                        .filter(decision -> !DueYears.fits(decision, rules, cycle))
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
}
