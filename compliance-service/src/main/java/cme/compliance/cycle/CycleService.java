package cme.compliance.cycle;

import cme.chassis.http.IfMatch;
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
import cme.compliance.rules.RuleSet;
import cme.compliance.ruleset.RuleSets;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /// A cycle of the diplomate that says the same already; it need not be the one recorded last.
    @Override
    protected Optional<Recorded<DiplomateId, Cycle>> same(
            DiplomateRecord record,
            Optional<Recorded<DiplomateId, Cycle>> current,
            Function<Instant, Cycle> value) {
        return record.cyclesKnownAt(Instant.MAX, ruleSets::rules).places().stream()
                .map(Place::revision)
                .filter(revision -> revision.says(value))
                .findFirst();
    }

    /// Tracers and decisions in force must belong to due years of the cycles that there would be.
    @Override
    protected Optional<Outcome<DiplomateId, Cycle>> refusal(
            DiplomateId diplomate, DiplomateRecord record, Cycle cycle) {
        CycleSequence cycles =
                record.cyclesKnownAt(Instant.MAX, ruleSets::rules)
                        .with(
                                new Recorded<>(diplomate, 0, cycle, cycle.recordedAt(), ""),
                                ruleSets.rules(cycle.ruleSet()));
        Stream<String> tracers =
                record.tracerHistory().inForce(Comparator.naturalOrder()).stream()
                        .map(Recorded::subject)
                        .filter(dueYear -> !hasTracer(cycles, dueYear))
                        .map(dueYear -> "the tracer of due year " + dueYear);
        Stream<String> decisions =
                record.decisionHistory().inForce(DiplomateRecord.BY_DUE_YEAR).stream()
                        .map(Recorded::value)
                        .filter(decision -> !fits(cycles, decision))
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

    private static boolean hasTracer(CycleSequence cycles, int recorded) {
        return cycles.ofRecorded(recorded)
                .filter(
                        place ->
                                DueYears.ofTracers(place.rules())
                                        .contains(place.dueYearOf(recorded).orElseThrow()))
                .isPresent();
    }

    private static boolean fits(CycleSequence cycles, Decision decision) {
        LocalDate until = RulingKind.until(decision.ruling());
        Optional<Place> place = cycles.ofRecorded(decision.dueYear());
        if (place.isEmpty()) {
            return false;
        }
        RuleSet rules = place.get().rules();
        int dueYear = place.get().dueYearOf(decision.dueYear()).orElseThrow();
        return DueYears.of(rules, decision.requirement()).contains(dueYear)
                && (until == null || until.isAfter(rules.deadlineOf(place.get().cycle(), dueYear)));
    }
}
